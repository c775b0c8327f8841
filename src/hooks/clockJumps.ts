/** Two clocks of one page, in milliseconds. */
export interface Clocks {
  /** The time of day. */
  now: () => number
  /** How long the page has been open. Changes of the time of day do not affect it. */
  elapsed: () => number
}

/** The difference in milliseconds that does not yet count as a jump. */
const TOLERANCE = 60_000

/**
 * Creates a function that returns by how many milliseconds the clock jumped ahead of the page's timer since the last
 * call: somebody set the clock, or the device slept. For the server, only a moment may have passed. The first call
 * returns 0.
 */
export function createJumpMeter({ now, elapsed }: Clocks): () => number {
  // The clock is not read before the first call: the server's rendering must not depend on the time of day.
  let last: number | undefined
  return () => {
    const ahead = now() - elapsed()
    const jump = ahead - (last ?? ahead)
    last = ahead
    return jump > TOLERANCE ? jump : 0
  }
}
