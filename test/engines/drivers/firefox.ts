import { writeFileSync } from 'node:fs'
import { launch, type KeyInput } from 'puppeteer-core'
import type { EngineBrowser, Look } from '../Engine.js'

/** Drives a Firefox as it is installed, over WebDriver BiDi. */
export async function openFirefox(executablePath: string, look: Look = {}): Promise<EngineBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      'layout.css.prefers-color-scheme.content-override': look.colorScheme === 'dark' ? 0 : 1,
      'browser.display.document_color_use': look.forcedColors === true ? 2 : 0,
    },
  })
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
    close: () => browser.close(),
  }
}
