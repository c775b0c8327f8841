/** Two clocks of one page, in milliseconds. */
export interface Clocks {
  /** The time of day. */
  now: () => number
  /** How long the page is there, whatever happens to the time of day. */
  elapsed: () => number
}

/** Milliseconds by which two clocks may drift apart without anything having happened. */
const TOLERANCE = 60_000

/**
 * Makes a function that says how far the clock went ahead of the page's own timer since it was called last, in
 * milliseconds: somebody set it, or the device slept. To the server that may have been a moment. The first call is 0.
 */
export function createJumpMeter({ now, elapsed }: Clocks): () => number {
  // Not read before the first call: what a server renders must not depend on the time of day.
  let last: number | undefined
  return () => {
    const ahead = now() - elapsed()
    const jump = ahead - (last ?? ahead)
    last = ahead
    return jump > TOLERANCE ? jump : 0
  }
}
