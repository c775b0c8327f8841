import type { Browser, BrowserContext, CDPSession, Page } from 'playwright'
import type { Subject } from './subjects.js'

/** Where to find what is measured. */
export interface Site {
  browser: Browser
  /** Of React's production build, and of the one that tells what it commits; each ends with a slash. */
  urls: { production: string; profiling: string }
}

/** A page of a subject, in a browser context of its own: nothing is in its cache. */
export interface OpenPage {
  context: BrowserContext
  page: Page
  devtools: CDPSession
  /** Goes to the subject's page, with what `page/main.tsx` reads from its query. */
  visit: (query?: string) => Promise<void>
  /** How many requests went to other hosts. */
  foreignRequests: () => number
}

/** Some of the compared load flags from elsewhere. They get this one at once, and nothing leaves the machine. */
const FLAG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'

/** A machine may be slow. Milliseconds. */
const PATIENCE = 120_000

export const NUMBER_FIELD = 'input[type=tel]'
export const CODE_FIELD = 'input[autocomplete=one-time-code]'
/** Every subject takes it, whichever country is selected. */
export const PHONE_NUMBER = '+447400123456'

/** Opens a page, hands it over and closes it again. */
export async function withPage<T>(
  { browser, urls }: Site,
  { name }: Subject,
  work: (open: OpenPage) => Promise<T>,
  mode: keyof Site['urls'] = 'production',
): Promise<T> {
  const context = await browser.newContext()
  try {
    context.setDefaultTimeout(PATIENCE)
    let foreign = 0
    await context.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => {
        foreign += 1
        return route.fulfill({
          contentType: 'image/svg+xml',
          headers: { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'max-age=600' },
          body: FLAG,
        })
      },
    )
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    let failure: Error | undefined
    page.on('pageerror', (error) => (failure = error))
    const visit = async (query = '') => {
      await page.goto(`${urls[mode]}${name}/?${query}`, { waitUntil: 'load' })
    }
    const result = await work({ context, page, devtools, visit, foreignRequests: () => foreign })
    if (failure !== undefined) throw new Error(`The page of ${name} failed.`, { cause: failure })
    return result
  } finally {
    await context.close()
  }
}

/** Types a number, presses the button and waits for the field of the code. */
export async function goToCode(page: Page): Promise<void> {
  await page.locator(NUMBER_FIELD).fill(PHONE_NUMBER)
  await page.locator('button[type=submit]').click()
  await page.locator(CODE_FIELD).waitFor()
}
