import { doubledDelay } from './waitingTimes.js'

/** A wait that the server asked for. It applies to every number. */
export interface Wait<E> {
  /** Epoch milliseconds. */
  until: number
  /** The refusal that asked for the wait. It is shown again to a person who tries too early. */
  error: E
  /** How many times in a row the server refused without giving a time. */
  guesses: number
}

/** A request that the server refused. */
export interface RefusedRequest<E> {
  request: number
  error: E
  /** Set if the server said "too many requests". Epoch milliseconds; a guess if the server gave no time. */
  tooMany?: { retryAt: number; isGuess: boolean; now: number } | undefined
}

/** The wait after a refusal. It grows with every refusal in a row for which the server gives no time. */
export function nextWait<E>(wait: Wait<E> | null, { error, tooMany }: RefusedRequest<E>): Wait<E> | null {
  if (tooMany === undefined) return wait
  const { retryAt, isGuess, now } = tooMany
  const guesses = isGuess ? (wait?.guesses ?? 0) + 1 : 0
  const until = isGuess ? now + doubledDelay(retryAt - now, guesses) : retryAt
  // A refused code may come with a shorter wait. The longer one is about SMS and still applies.
  return wait !== null && wait.until > until ? { ...wait, guesses } : { until, error, guesses }
}
