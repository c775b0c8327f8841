import { chromium, type Browser, type Page } from 'playwright'
import { expect, inject, test as base } from 'vitest'
import { chromiumLaunch } from '../support/chromium.js'
import { delegatingTo, discreet, withEveryStage, withoutLimit } from './configs.js'
import { FaultyProxy } from './FaultyProxy.js'
import { Heard } from './Heard.js'
import { Person } from './Person.js'
import { servePage } from './servePage.js'
import { startServers } from './servers.js'
import { StubService } from './StubService.js'

/** Where the provider lets people manage their accounts. Nobody follows the link here. */
export const ACCOUNT_PAGE = 'https://account.homeserver.test/'

/** A test with real servers and a browser, which start once, and a person at a page of its own. */
export const test = base
  .extend('consumer', { scope: 'worker' }, inject('consumer'))
  .extend('launch', { scope: 'worker' }, chromiumLaunch)
  .extend('services', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const service = await StubService.open((url) => ({
      // The homeserver asks it on loopback; people reach it by its public name.
      '/.well-known/openid-configuration': { issuer: url, account_management_uri: ACCOUNT_PAGE },
      '/siteverify': { success: true },
    }))
    onCleanup(() => service.close())
    return service
  })
  .extend('proxy', { scope: 'worker' }, async ({}, { onCleanup }) => {
    const proxy = await FaultyProxy.open()
    onCleanup(() => proxy.close())
    return proxy
  })
  .extend('servers', { scope: 'worker' }, async ({ services, proxy }, { onCleanup }) => {
    const servers = await startServers({
      open: { options: withoutLimit },
      /** With the limit that Synapse has when nothing is set. */
      discreet: { options: discreet },
      /** The Synapse with a patch. */
      patched: { options: withoutLimit, resetsByPhone: true },
      delegating: { options: delegatingTo(services.url) },
      thorough: { options: { ...withoutLimit, ...withEveryStage(services.url) } },
      behindProxy: { options: { ...withoutLimit, public_baseurl: proxy.url } },
    })
    proxy.target = servers.urls.behindProxy
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
    const { person, leave } = await openPage(site.url, browser)
    onCleanup(leave)
    return person
  })
  /** Somebody else, in a browser of their own. */
  .extend('stranger', async ({ site, browser }, { onCleanup }) => {
    const { person, leave } = await openPage(site.url, browser)
    onCleanup(leave)
    return person
  })

/** How long a page may take for anything, in milliseconds. */
const PATIENCE = 20_000

async function openPage(url: string, browser: Browser) {
  const context = await browser.newContext({ locale: 'en-US' })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const mishaps = watch(page)
  const leave = async () => {
    await context.close()
    expect(mishaps).toEqual([])
  }
  return { person: new Person(page, await Heard.on(page), url), leave }
}

/** What must not happen on the page: an error, a warning, or a request that leaves loopback. */
function watch(page: Page): string[] {
  const mishaps: string[] = []
  page.on('pageerror', ({ message }) => mishaps.push(message))
  page.on('console', (message) => {
    // The browser itself tells of every answer that is no success.
    const isRefusal = /^(Failed to load resource|Access to fetch at)/.test(message.text())
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
