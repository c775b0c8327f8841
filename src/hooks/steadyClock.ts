/**
 * Creates a clock that never goes back, in epoch milliseconds. It follows the system's clock, which also counts while
 * the device sleeps. If somebody sets that clock back, the page's own timer continues the time. A countdown therefore
 * neither freezes nor grows.
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
