import type { CDPSession, Page } from 'playwright'
import { CODE_FIELD, goToCode, NUMBER_FIELD, PHONE_NUMBER, withPage, type Site } from '../openPage.js'
import { countProcessorTime, processorTime } from '../processorTime.js'
import { median } from '../statistics.js'
import type { Subject } from '../subjects.js'

/** One visit to a page. Milliseconds of the processor for one key, painting included. */
export interface KeystrokeSample {
  numberKey: number
  codeKey?: number
}

const WARM_UP = 4
const TIMES = 8

/** Types a number and a code as a keyboard does. */
export function measureKeystroke(site: Site, subject: Subject): Promise<KeystrokeSample> {
  return withPage(site, subject, async ({ page, devtools, visit }) => {
    await visit('screens=1')
    await page.waitForLoadState('networkidle')
    await countProcessorTime(devtools)
    const numberKey = await typeTimes(page, devtools, NUMBER_FIELD, PHONE_NUMBER)
    if (!subject.hasCode) return { numberKey }
    await goToCode(page)
    return { numberKey, codeKey: await typeTimes(page, devtools, CODE_FIELD, '123456') }
  })
}

/** The median time of a key, over several times that a whole text was typed. */
async function typeTimes(page: Page, devtools: CDPSession, field: string, text: string): Promise<number> {
  const times: number[] = []
  await page.locator(field).focus()
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    const before = await processorTime(devtools)
    await page.keyboard.type(text)
    const after = await processorTime(devtools)
    if (time >= WARM_UP) times.push((after - before) / text.length)
  }
  return median(times)
}
