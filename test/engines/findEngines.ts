import { existsSync } from 'node:fs'
import { chromium, firefox, webkit } from 'playwright'
import { chromiumLaunch, onPath } from '../support/chromium.js'
import { openFirefox } from './drivers/firefox.js'
import { openWithPlaywright } from './drivers/playwright.js'
import { openWebKit } from './drivers/webKit.js'
import type { Engine } from './Engine.js'

/** Every engine that the library is tried in. */
export const ENGINE_NAMES = ['chromium', 'firefox', 'webkit'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/** Those that `npm run test:engines` adds to what the other tests run in. */
export const OTHER_ENGINES: readonly EngineName[] = ['firefox', 'webkit']

/** What to do where one is not found. */
export const HOW_TO_INSTALL: Record<EngineName, string> = {
  chromium: 'Install Chromium or Google Chrome, or run "npx playwright install chromium".',
  firefox:
    'Install Firefox ("apt-get install firefox-esr" on Debian), or run "npx playwright install firefox".',
  webkit:
    'Install WebKitGTK\'s driver ("apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb dbus" on Debian), ' +
    'or run "npx playwright install webkit".',
}

const FIREFOX_PATHS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** Finds an engine: Playwright's own build where somebody has it, else the system's. */
export function findEngine(name: EngineName): Engine | null {
  return { chromium: findChromium, firefox: findFirefox, webkit: findWebKit }[name]()
}

function findChromium(): Engine | null {
  try {
    const { executablePath, args, env } = chromiumLaunch
    return {
      name: 'Chromium',
      path: executablePath,
      hasForcedColors: true,
      canCrash: false,
      open: (look) => openWithPlaywright('Chromium', chromium, { executablePath, args, env }, look),
    }
  } catch {
    return null
  }
}

function findFirefox(): Engine | null {
  const own = firefox.executablePath()
  if (existsSync(own)) {
    const open: Engine['open'] = (look) => openWithPlaywright('Firefox', firefox, {}, look)
    return { name: 'Firefox', path: own, hasForcedColors: true, canCrash: false, open }
  }
  const [path] = [...onPath(['firefox', 'firefox-esr']), ...FIREFOX_PATHS].filter(existsSync)
  if (path === undefined) return null
  const open: Engine['open'] = (look) => openFirefox(path, look)
  return { name: 'Firefox', path, hasForcedColors: true, canCrash: true, open }
}

function findWebKit(): Engine | null {
  const own = webkit.executablePath()
  if (existsSync(own)) {
    const open: Engine['open'] = (look) => openWithPlaywright('WebKit', webkit, {}, look)
    return { name: 'WebKit', path: own, hasForcedColors: true, canCrash: false, open }
  }
  const [driver] = onPath(['WebKitWebDriver']).filter(existsSync)
  const [xvfb] = onPath(['Xvfb']).filter(existsSync)
  const [dbusRunSession] = onPath(['dbus-run-session']).filter(existsSync)
  if (driver === undefined || xvfb === undefined || dbusRunSession === undefined) return null
  const programs = { driver, xvfb, dbusRunSession }
  const open: Engine['open'] = (look) => openWebKit(programs, look)
  return { name: 'WebKit', path: driver, hasForcedColors: false, canCrash: false, open }
}
