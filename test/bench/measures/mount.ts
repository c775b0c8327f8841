import type { CDPSession, Page } from 'playwright'
import { withPage, type Site } from '../openPage.js'
import type { MountTime } from '../page/PageBench.js'
import { countProcessorTime, processorTime } from '../processorTime.js'
import { spreadOf } from '../statistics.js'
import type { Subject } from '../subjects.js'

/** One visit to a page. Milliseconds. */
export interface MountSample {
  /** The first mount after the page was loaded, with code that never ran. */
  firstMount: number
  /** A later one. */
  mount: number
  /** A later one, with all that it puts off. */
  mountAndFill: number
  /** Ten at once, filled and taken away again: time of the processor. */
  tenForms: number
  hundredForms: number
  /** What a form of a hundred costs, in forms that stand alone. */
  growth: number
}

/** Until code is as fast as it gets. */
export const WARM_UP = 60
export const TIMES = 40

/** Mounts the screen once, many times, and many at once. */
export function measureMount(site: Site, subject: Subject): Promise<MountSample> {
  return withPage(site, subject, async ({ page, devtools, visit }) => {
    await countProcessorTime(devtools)
    await visit('heldIdleTime')
    const [first] = await mountTimes(page, 1, 1)
    await mountTimes(page, 1, WARM_UP)
    const one = await mountTimes(page, 1, TIMES)
    const tenForms = await forms(page, devtools, 10, 3)
    const hundredForms = await forms(page, devtools, 100, 1)
    return {
      firstMount: first?.paint ?? NaN,
      mount: undisturbed(one, 'paint'),
      mountAndFill: undisturbed(one, 'fill'),
      tenForms,
      hundredForms,
      growth: hundredForms / (100 * (await forms(page, devtools, 1, 100))),
    }
  })
}

/** What the machine does besides only ever adds to a time, so that the quicker ones tell more. */
export function undisturbed(times: readonly MountTime[], part: keyof MountTime): number {
  return spreadOf(times.map((time) => time[part])).low
}

/** Time of the processor for so many forms at once. */
async function forms(page: Page, devtools: CDPSession, count: number, times: number): Promise<number> {
  await page.evaluate(() => window.gc?.())
  const before = await processorTime(devtools)
  await page.evaluate(
    async ([count, times]) => {
      for (let time = 0; time < times; time += 1) await window.bench.measureMount(count)
    },
    [count, times] as const,
  )
  return ((await processorTime(devtools)) - before) / times
}

function mountTimes(page: Page, screens: number, times: number): Promise<MountTime[]> {
  return page.evaluate(
    async ([screens, times]) => {
      const taken: MountTime[] = []
      // What was left behind before is not paid for here. Not in between: it would undo what was optimized.
      window.gc?.()
      for (let time = 0; time < times; time += 1) taken.push(await window.bench.measureMount(screens))
      return taken
    },
    [screens, times] as const,
  )
}
