/** The wait before the second SMS, in milliseconds, if neither the server nor the app sets one. */
const FIRST_RESEND_DELAY = 30_000
/** The delay doubles with every SMS, and a guessed wait with every refusal that gives no time, up to this limit. */
const LONGEST_DELAY = 15 * 60_000

/** The longest wait in the storage, in milliseconds. The client shortens those of a server to as much. */
export const LONGEST_WAIT = 24 * 60 * 60_000

/** How long servers keep an unused session. */
export const SESSION_LIFETIME = 24 * 60 * 60_000

/** Milliseconds until the next SMS can be requested, after the `sent`-th one: 30 s, 60 s, 120 s, … 15 min. */
export function resendDelayAfter(sent: number): number {
  return doubledDelay(FIRST_RESEND_DELAY, sent)
}

/** The `count`-th of some delays in milliseconds: `first`, twice that, … 15 min. */
export function doubledDelay(first: number, count: number): number {
  return Math.min(first * 2 ** (count - 1), LONGEST_DELAY)
}

/** A delay that the app computed, in milliseconds. If it is not a finite number, the longest delay is used. */
export function checkedResendDelay(delay: number): number {
  return Number.isFinite(delay) ? Math.max(0, delay) : LONGEST_DELAY
}
