import { goToCode, withPage, type Site } from '../openPage.js'
import type { Subject } from '../subjects.js'

/** What React does for one second of a countdown. */
export interface CountdownSample {
  commits: number
  /** Components that rendered. One of them is the countdown. */
  components: number
  /** Elements of the page that React compared with what they were before. */
  elements: number
}

const TICKS = 5

/** Lets a countdown run on React's profiling build; `null` where the screen has none. */
export async function measureCountdown(site: Site, subject: Subject): Promise<CountdownSample | null> {
  if (!subject.hasCountdown) return null
  return withPage(
    site,
    subject,
    async ({ page, visit }) => {
      await visit('screens=1')
      await goToCode(page)
      const timer = page.locator('[role=timer]')
      const nextTick = async () => {
        const shown = await timer.innerText()
        await page.waitForFunction(
          (before) => document.querySelector<HTMLElement>('[role=timer]')?.innerText !== before,
          shown,
        )
      }
      await nextTick()
      await page.evaluate(() => window.bench.takeCommits())
      for (let tick = 0; tick < TICKS; tick += 1) await nextTick()
      const { commits, components, elements } = await page.evaluate(() => window.bench.takeCommits())
      return {
        commits: commits / TICKS,
        components: components.length / TICKS,
        elements: elements / TICKS,
      }
    },
    'profiling',
  )
}
