import { chromium, type Browser, type Page } from 'playwright'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { chromiumLaunch } from '../support/chromium.js'

const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' }

/** Somebody in a real browser, whose pages and homeservers are all in here: nothing goes out. */
export class Visitor {
  readonly page: Page
  /** What the page complained of. */
  readonly complaints: string[] = []
  readonly homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
  readonly #browser: Browser

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
  }

  /** @param locale the browser's own language. */
  static async arrive(locale: string): Promise<Visitor> {
    const browser = await chromium.launch({ ...chromiumLaunch, headless: true })
    const visitor = new Visitor(browser, await browser.newPage({ locale }))
    await visitor.page.route(`${visitor.homeserver.baseUrl}/**`, async (route) => {
      const request = route.request()
      const response = await visitor.homeserver.fetch(request.url(), {
        method: request.method(),
        headers: request.headers(),
        body: request.postData(),
      })
      await route.fulfill({
        status: response.status,
        headers: { ...Object.fromEntries(response.headers), 'access-control-allow-origin': '*' },
        body: await response.text(),
      })
    })
    return visitor
  }

  /** Opens an app whose files are here, on a line so slow that somebody does something before the scripts come. */
  async opens(
    url: string,
    read: (path: string) => Buffer | string,
    impatience: () => Promise<void>,
  ): Promise<void> {
    let letScriptsCome = () => {}
    const patience = new Promise<void>((resolve) => (letScriptsCome = resolve))
    await this.page.route(`${url}**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      const contentType = TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)] ?? 'text/html'
      if (pathname.endsWith('.js')) await patience
      await route.fulfill({ contentType, body: read(pathname) })
    })
    await this.page.goto(url, { waitUntil: 'commit' })
    await impatience()
    letScriptsCome()
  }

  /** Goes the whole way through the form. */
  async verifies(number: string): Promise<void> {
    const { page } = this
    await page.getByLabel('Phone number').fill(number)
    await page.getByRole('button', { name: 'Send code' }).click()
    const { code } = await this.homeserver.nextSms()
    await page.getByLabel('Verification code').fill(code)
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.locator('.mpv-root[data-step="verified"]').waitFor()
  }

  leave(): Promise<void> {
    return this.#browser.close()
  }
}
