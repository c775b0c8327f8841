import type { BrowserType, LaunchOptions } from 'playwright'
import type { EngineBrowser, Look } from '../Engine.js'

/** Drives a browser that Playwright knows: one of its own builds, or any Chromium. */
export async function openWithPlaywright(
  name: string,
  type: BrowserType,
  options: LaunchOptions,
  { colorScheme = 'light', forcedColors = false }: Look = {},
): Promise<EngineBrowser> {
  const browser = await type.launch(options)
  const newPage = () => browser.newPage({ colorScheme, forcedColors: forcedColors ? 'active' : 'none' })
  let size = { width: 900, height: 700 }
  let page = await newPage()
  return {
    version: `${name} ${browser.version()}`,
    keepsPages: false,
    async open(url) {
      await page.close()
      page = await newPage()
      await page.setViewportSize(size)
      await page.goto(url)
    },
    evaluate: (expression) => page.evaluate(expression),
    press: (keys) => page.keyboard.press(keys),
    type: (text) => page.keyboard.type(text),
    click: (x, y) => page.mouse.click(x, y),
    async resize(width, height) {
      size = { width, height }
      await page.setViewportSize(size)
    },
    async screenshot(path) {
      await page.screenshot({ path })
    },
    close: () => browser.close(),
  }
}
