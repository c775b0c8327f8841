/** A server's "not before", which holds whatever number is asked for. */
export interface Wait<E> {
  /** Epoch milliseconds. */
  until: number
  /** The refusal that said so, shown again to whoever asks too early. */
  error: E
  /** How many times in a row the server refused without saying until when. */
  guesses: number
}

/** When to listen to a server again: its own word, or a guess for want of one. */
export interface Refusal<E> {
  request: number
  error: E
  /** Set where the server said "too many requests". Epoch milliseconds. */
  retryAt?: { at: number; isGuess: boolean; now: number } | undefined
}

const LONGEST_GUESS = 15 * 60_000

/** A server that refuses again and again without a hint is asked less and less often. */
export function nextWait<E>(wait: Wait<E> | null, { error, retryAt }: Refusal<E>): Wait<E> | null {
  if (retryAt === undefined) return wait
  const guesses = retryAt.isGuess ? (wait?.guesses ?? 0) + 1 : 0
  const guess = Math.min((retryAt.at - retryAt.now) * 2 ** (guesses - 1), LONGEST_GUESS)
  const until = retryAt.isGuess ? retryAt.now + guess : retryAt.at
  // A refused code may come with a shorter wait; the longer one was said of the SMS and still holds.
  return wait !== null && wait.until > until ? { ...wait, guesses } : { until, error, guesses }
}
