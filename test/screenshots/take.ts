import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright'
import { preview } from 'vite'
import { chromiumLaunch } from '../support/chromium.js'
import { LOOKS, PICTURES, type Look, type Picture } from './pictures.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'stories/screenshots')

/** When it always is: countdowns stand still. */
const NOW = '2026-06-01T09:00:00Z'

/** How far a render of Storybook's has come, once it is over. */
const OVER = ['finished', 'completed', 'errored', 'aborted']

/** Takes every picture of the documentation from the built Storybook, in place of the ones before. */
export async function takePictures(): Promise<void> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: 'storybook-static' },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [url = ''] = server.resolvedUrls?.local ?? []
  const { executablePath, args, env } = chromiumLaunch
  const browser = await chromium.launch({ executablePath, args, env })
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  try {
    for (const look of LOOKS) await takeLook(browser, url, look)
    await takeReadmePicture(browser, url)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function takeLook(browser: Browser, url: string, look: Look): Promise<void> {
  const page = await openPage(browser, look)
  for (const picture of PICTURES) {
    await come(page, url, picture, look)
    writeFileSync(join(folder, `${picture.name}.${look.name}.webp`), await capture(page, picture))
  }
  await page.context().close()
}

/** The form and the phone beside it, as the README shows them. */
async function takeReadmePicture(browser: Browser, url: string): Promise<void> {
  const look = { name: 'light', theme: 'light', width: 800, height: 560 } as const
  const page = await openPage(browser, look)
  await come(page, url, { name: 'form', story: 'form-code--code-sent' }, look)
  await page.screenshot({ path: join(folder, 'form.png') })
  await page.context().close()
}

async function openPage(browser: Browser, { theme, width, height }: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  return page
}

/** Plays a story to its end. */
async function come(page: Page, url: string, { story, direction }: Picture, look: Look): Promise<void> {
  const globals = `theme:${look.theme}${direction === undefined ? '' : `;direction:${direction}`}`
  await page.goto(`${url}iframe.html?id=${story}&viewMode=story&globals=${globals}`)
  const phase = await page.waitForFunction((over) => {
    const { __STORYBOOK_PREVIEW__: storybook } = globalThis as { __STORYBOOK_PREVIEW__?: StorybookPreview }
    const now = storybook?.currentRender?.phase
    return now !== undefined && over.includes(now) ? now : null
  }, OVER)
  const how = await phase.jsonValue()
  if (how !== 'finished' && how !== 'completed') throw new Error(`${story} is ${String(how)}.`)
  // A caret blinks, and the picture would have it or not.
  await page.addStyleTag({ content: '* { caret-color: transparent !important }' })
}

interface StorybookPreview {
  currentRender?: { phase?: string }
}

/** Playwright itself writes no WebP, which is a third of a PNG. */
async function capture(page: Page, { selector = '.card' }: Picture): Promise<Buffer> {
  // A card has some of the page around it.
  const margin = selector === '.card' ? 8 : 0
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`There is no ${selector} to be seen.`)
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 72,
    captureBeyondViewport: true,
    clip: {
      x: box.x - margin,
      y: box.y - margin,
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
      scale: 1,
    },
  })
  await session.detach()
  return Buffer.from(data, 'base64')
}
