import { guessedWait } from './waitingTimes.js'

/** A server's "not before", which holds whatever number is requested. */
export interface Wait<E> {
  /** Epoch milliseconds. */
  until: number
  /** The refusal that said so. It is shown again to a person who asks too early. */
  error: E
  /** How many times in a row the server refused without saying until when. */
  guesses: number
}

/** A request that the server refused. */
export interface RefusedRequest<E> {
  request: number
  error: E
  /** Set where the server said "too many requests". Epoch milliseconds; a guess where it gave no time. */
  tooMany?: { retryAt: number; isGuess: boolean; now: number } | undefined
}

/** A server that refuses again and again without a hint is asked less and less often. */
export function nextWait<E>(wait: Wait<E> | null, { error, tooMany }: RefusedRequest<E>): Wait<E> | null {
  if (tooMany === undefined) return wait
  const { retryAt, isGuess, now } = tooMany
  const guesses = isGuess ? (wait?.guesses ?? 0) + 1 : 0
  const until = isGuess ? now + guessedWait(retryAt - now, guesses) : retryAt
  // A refused code may come with a shorter wait; the longer one was said of the SMS and still holds.
  return wait !== null && wait.until > until ? { ...wait, guesses } : { until, error, guesses }
}
