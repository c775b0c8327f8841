import { chromium, type Page } from 'playwright'
import { expect, inject, test as base } from 'vitest'
import { chromiumLaunch } from '../support/chromium.js'
import { withoutLimit } from './configs.js'
import { Person } from './Person.js'
import { servePage } from './servePage.js'
import { startServers } from './servers.js'

const HOMESERVERS = {
  open: withoutLimit,
  /** With the limit that Synapse has when nothing is set, and without a word about whose number it is. */
  discreet: { request_token_inhibit_3pid_errors: true },
}

/** A test with real servers and a browser, which start once, and a person at a page of its own. */
export const test = base
  .extend('homeservers', { scope: 'worker' }, HOMESERVERS)
  .extend('consumer', { scope: 'worker' }, inject('consumer'))
  .extend('launch', { scope: 'worker' }, chromiumLaunch)
  .extend('servers', { scope: 'worker' }, async ({ homeservers }, { onCleanup }) => {
    const servers = await startServers(homeservers)
    onCleanup(() => servers.stop())
    return servers
  })
  .extend('site', { scope: 'worker' }, async ({ consumer }, { onCleanup }) => {
    const site = await servePage(consumer)
    onCleanup(() => site.close())
    return site
  })
  .extend('browser', { scope: 'worker' }, async ({ launch }, { onCleanup }) => {
    const browser = await chromium.launch(launch)
    onCleanup(() => browser.close())
    return browser
  })
  .extend('logs', { auto: true }, async ({ servers, onTestFailed }) => {
    onTestFailed(() => console.error(servers.logTails()))
  })
  .extend('person', async ({ site, browser }, { onCleanup }) => {
    const context = await browser.newContext({ locale: 'en-US' })
    const page = await context.newPage()
    const mishaps = watch(page)
    onCleanup(async () => {
      await context.close()
      expect(mishaps).toEqual([])
    })
    return new Person(page, site.url)
  })

/** What must not happen on the page: an error, a warning, or a request that leaves loopback. */
function watch(page: Page): string[] {
  const mishaps: string[] = []
  page.on('pageerror', ({ message }) => mishaps.push(message))
  page.on('console', (message) => {
    // The browser itself tells of every answer that is no success.
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) mishaps.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol !== 'data:' && hostname !== '127.0.0.1') mishaps.push(request.url())
  })
  return mishaps
}

let given = 0

/** A mobile number that no other test has. */
export function newNumber(): string {
  given += 1
  return `+4915228817${String(given).padStart(3, '0')}`
}
