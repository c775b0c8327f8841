/** The wait before the second SMS, in milliseconds, if neither the server nor the app sets one. */
const FIRST_RESEND_DELAY = 30_000
/** The delay doubles with every SMS, up to this limit. */
const LONGEST_RESEND_DELAY = 15 * 60_000

/** If a server refuses without giving a time, the guessed wait doubles with every refusal, up to this limit. */
const LONGEST_GUESS = 15 * 60_000

/** The longest wait in the storage, in milliseconds. The client shortens those of a server to as much. */
export const LONGEST_WAIT = 24 * 60 * 60_000

/** How long servers keep an unused session. */
export const SESSION_LIFETIME = 24 * 60 * 60_000

/** Milliseconds until the next SMS can be requested, after the `sent`-th one: 30 s, 60 s, 120 s, … 15 min. */
export function resendDelayAfter(sent: number): number {
  return Math.min(FIRST_RESEND_DELAY * 2 ** (sent - 1), LONGEST_RESEND_DELAY)
}

/** Milliseconds to wait after the `guesses`-th refusal in a row that gave no time: `first`, twice that, … 15 min. */
export function guessedWait(first: number, guesses: number): number {
  return Math.min(first * 2 ** (guesses - 1), LONGEST_GUESS)
}

/** A delay that the app computed, in milliseconds. If it is not a finite number, the longest delay is used. */
export function checkedResendDelay(delay: number): number {
  return Number.isFinite(delay) ? Math.max(0, delay) : LONGEST_RESEND_DELAY
}
