import { inject, test as base } from 'vitest'
import type { Engine } from './Engine.js'
import { findEngine, HOW_TO_INSTALL } from './findEngines.js'
import { openSite, openStorybook } from './site.js'
import { Visitor } from './Visitor.js'

/** The engine of this run. */
export const engine = findOrThrow()

/**
 * A test with a browser and a visitor of pages that no other test has seen. Each file starts a browser: WebKitGTK's
 * has crashed after a hundred stories.
 */
export const test = base
  .extend('opens', { scope: 'worker' }, { openBrowser: () => engine.open(), openSite, openStorybook })
  .extend('browser', { scope: 'file' }, async ({ opens }, { onCleanup }) => {
    const browser = await opens.openBrowser()
    await browser.resize(900, 700)
    onCleanup(() => browser.close())
    return browser
  })
  .extend('storybook', { scope: 'worker' }, async ({ opens }, { onCleanup }) => {
    const served = await opens.openStorybook()
    onCleanup(() => served.close())
    return served
  })
  .extend('site', async ({ opens }, { onCleanup }) => {
    const site = await opens.openSite()
    onCleanup(() => site.close())
    return site
  })
  .extend('visitor', async ({ browser, site }, { onCleanup }) => {
    // A page that is still there would go on with a site that is not.
    onCleanup(() => browser.open('about:blank'))
    return new Visitor(browser, site)
  })

function findOrThrow(): Engine {
  const name = inject('engine')
  const engine = findEngine(name)
  if (engine === null) throw new Error(`${name} is not here. ${HOW_TO_INSTALL[name]}`)
  return engine
}
