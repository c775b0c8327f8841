import { withPage, type Site } from '../openPage.js'
import type { Subject } from '../subjects.js'

/** What goes on in a page with a hundred forms that nobody touches. */
export interface IdleSample {
  /** Timers, intervals, animation frames and idle callbacks that wait. */
  timers: number
  /** Requests that went to other hosts. */
  foreignRequests: number
}

declare global {
  interface Window {
    waitingTimers?: () => number
  }
}

/** Long enough for everything that is put off to be done. Milliseconds. */
const QUIET = 5000

/** Mounts a hundred forms, lets them come to rest and counts what they still wait for. */
export function measureIdle(site: Site, subject: Subject): Promise<IdleSample> {
  return withPage(site, subject, async ({ page, visit, foreignRequests }) => {
    await page.addInitScript(countTimers)
    await visit('screens=100')
    await page.waitForTimeout(QUIET)
    const timers = await page.evaluate(() => window.waitingTimers?.() ?? NaN)
    return { timers, foreignRequests: foreignRequests() }
  })
}

/** Runs in the page, before anything else does. */
function countTimers(): void {
  const waiting = new Set<string>()
  const wrap = (set: 'setTimeout' | 'setInterval' | 'requestAnimationFrame' | 'requestIdleCallback') => {
    const clear = {
      setTimeout: 'clearTimeout',
      setInterval: 'clearInterval',
      requestAnimationFrame: 'cancelAnimationFrame',
      requestIdleCallback: 'cancelIdleCallback',
    }[set]
    // Browsers count timeouts and intervals together.
    const kind = set === 'setInterval' ? 'setTimeout' : set
    const setOriginal: unknown = Reflect.get(window, set)
    const clearOriginal: unknown = Reflect.get(window, clear)
    if (typeof setOriginal !== 'function' || typeof clearOriginal !== 'function') return
    Reflect.set(window, set, (callback: (...values: unknown[]) => void, ...options: unknown[]) => {
      const handle = String(
        setOriginal.call(
          window,
          (...values: unknown[]) => {
            if (set !== 'setInterval') waiting.delete(`${kind} ${handle}`)
            callback(...values)
          },
          ...options,
        ),
      )
      waiting.add(`${kind} ${handle}`)
      return Number(handle)
    })
    Reflect.set(window, clear, (handle?: number) => {
      if (handle === undefined) return
      waiting.delete(`setTimeout ${handle}`)
      waiting.delete(`${kind} ${handle}`)
      clearOriginal.call(window, handle)
    })
  }
  for (const set of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'] as const) {
    wrap(set)
  }
  window.waitingTimers = () => waiting.size
}
