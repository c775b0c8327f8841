/**
 * A clock that never goes back: epoch milliseconds by the system's clock, which counts through sleep, held up
 * by the page's own timer where somebody puts the system's clock back. A countdown neither freezes nor grows.
 */
export function createSteadyClock(): () => number {
  let last = 0
  let lastTimer = 0
  return () => {
    const timer = performance.now()
    last = Math.max(Date.now(), last + (timer - lastTimer))
    lastTimer = timer
    return last
  }
}

/** The clock of this page. */
export const steadyNow = createSteadyClock()
