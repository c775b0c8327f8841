import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { launch, type Browser, type KeyInput, type Page } from 'puppeteer-core'
import type { EngineBrowser, Look } from '../Engine.js'
import { readSession } from './readSession.js'

/** How often Firefox saves its session, and how long it may take. Milliseconds. */
const SAVES_EVERY = 500
const PATIENCE = 20_000

/** Drives a Firefox as it is installed, over WebDriver BiDi. */
export async function openFirefox(executablePath: string, look: Look = {}): Promise<EngineBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'engines-firefox-'))
  const start = () =>
    launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: profile,
      extraPrefsFirefox: {
        'layout.css.prefers-color-scheme.content-override': look.colorScheme === 'dark' ? 0 : 1,
        'browser.display.document_color_use': look.forcedColors === true ? 2 : 0,
        'browser.sessionstore.interval': SAVES_EVERY,
        'browser.sessionstore.interval.idle': SAVES_EVERY,
        'browser.sessionstore.resume_from_crash': true,
        'browser.sessionstore.max_resumed_crashes': -1,
        'browser.sessionstore.restore_on_demand': false,
      },
    })
  let browser = await start()
  let size = { width: 900, height: 700 }
  let page = await browser.newPage()
  return {
    version: (await browser.version()).replace('firefox/', 'Firefox '),
    keepsPages: true,
    // Always a new tab: one that showed a page from its cache hears of no page that is loaded later.
    async open(url) {
      const before = page
      page = await browser.newPage()
      await before.close()
      await page.setViewport(size)
      await page.goto(url)
    },
    evaluate: (expression) => page.evaluate(expression),
    async press(keys) {
      const names = keys.split('+') as KeyInput[]
      for (const name of names) await page.keyboard.down(name)
      for (const name of names.reverse()) await page.keyboard.up(name)
    },
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async resize(width, height) {
      size = { width, height }
      await page.setViewport(size)
    },
    async screenshot(path) {
      writeFileSync(path, await page.screenshot())
    },
    async crash() {
      const saved = await untilSaved(profile, page)
      const url = page.url()
      browser.process()?.kill('SIGKILL')
      // Waits until Puppeteer has put its settings away as well, which it writes anew at the next start.
      await browser.close()
      browser = await start()
      page = await findRestored(browser, url)
      await page.bringToFront()
      return saved
    },
    async close() {
      await browser.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** What Firefox has on the disk of its session, once the page's storage is there as it is now. */
async function untilSaved(profile: string, page: Page): Promise<string> {
  const mark = crypto.randomUUID()
  await page.evaluate((mark) => {
    sessionStorage.setItem('saved', mark)
  }, mark)
  return await untilFound('Firefox did not save its session.', () => {
    const saved = readSession(profile)
    return saved.includes(mark) ? saved : undefined
  })
}

function findRestored(browser: Browser, url: string): Promise<Page> {
  return untilFound('Firefox did not restore its tab.', async () => {
    const pages = await browser.pages()
    return pages.find((page) => page.url() === url)
  })
}

async function untilFound<Found>(
  otherwise: string,
  find: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const found = await find()
    if (found !== undefined) return found
    await wait(100)
  }
  throw new Error(otherwise)
}
