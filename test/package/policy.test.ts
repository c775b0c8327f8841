import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest'
import { chromiumLaunch } from '../support/chromium.js'
import { servePolicyPage, type PolicyServer } from './policyServer.js'

declare global {
  interface Window {
    /** There once the test has put it into the page. */
    reportViolation?: (rule: string) => Promise<void>
    /** As far as the test needs it: TypeScript's library does not know it yet. */
    trustedTypes?: { createPolicy: (name: string, rules: object) => unknown }
  }
}

const NUMBER = '+33612345678'

let server: PolicyServer
let browser: Browser
let page: Page
/** Every request of the page, its console, and the rules of the policy that it broke. */
let requests: string[] = []
let printed: string[] = []
let broken: string[] = []
/** What stood in attributes and addresses, after every step. */
let seen: string[] = []

beforeAll(async () => {
  server = await servePolicyPage(inject('consumer').folder)
  browser = await chromium.launch(chromiumLaunch)
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

beforeEach(async () => {
  server.homeserver.reset()
  server.calls.length = 0
  ;[requests, printed, broken, seen] = [[], [], [], []]
  const context = await browser.newContext()
  await context.addCookies([{ name: 'cookie', value: 'COOKIE', url: server.origin }])
  page = await context.newPage()
  const watched = page
  watched.on('request', (request) => {
    requests.push(request.url())
  })
  watched.on('console', (message) => printed.push(message.text()))
  watched.on('pageerror', (error) => printed.push(`${error.message} ${error.stack ?? ''}`))
  await watched.exposeFunction('reportViolation', (rule: string) => broken.push(rule))
  await watched.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      void window.reportViolation?.(`${violatedDirective} ${blockedURI} ${sourceFile}`)
    })
  })
  return () => context.close()
})

/** Looks where nothing personal may stand. What a person types into a field is the field's own value. */
async function look() {
  const places = await page.evaluate(() => [
    ...[...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => !(element instanceof HTMLInputElement && name === 'value'))
        .map(({ name, value }) => `${element.tagName} ${name}="${value}"`),
    ),
    location.href,
    document.referrer,
    document.title,
    document.cookie,
    JSON.stringify(history.state),
    JSON.stringify(Object.entries(localStorage)),
    window.name,
  ])
  seen.push(...places)
}

async function goThroughTheFlow() {
  const { homeserver } = server
  await page.goto(server.origin)
  await page.locator('button[aria-haspopup=dialog]').click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('franc')
  await page
    .getByRole('option', { name: /^France/ })
    .locator('svg')
    .waitFor()
  await look()
  await page.keyboard.press('Enter')
  await page.locator('button[aria-haspopup=dialog]:focus').waitFor()
  await page.getByLabel('Phone number').fill('06 12 34 56 78')
  homeserver.failNext('requestToken', 'gateway-down')
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByLabel('Verification code').waitFor()
  await look()
  await page.getByLabel('Verification code').fill('000000')
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.locator('.mpv-error').first().waitFor()
  await look()
  await page.getByRole('button', { name: 'Resend code' }).click()
  await expect.poll(() => homeserver.messages.length).toBe(2)
  await page.reload()
  await page.getByLabel('Verification code').fill(homeserver.lastSms()?.code ?? '')
  await page.getByRole('button', { name: 'Verify' }).click()
  await page
    .getByRole('heading', { name: /is verified/ })
    .first()
    .waitFor()
  await look()
}

/** What must not get out, of what went over the wire. */
function secrets(): string[] {
  const bodies = server.homeserver.requests.map(({ body }) => body as Record<string, unknown>)
  const told = ['client_secret', 'sid', 'token'].flatMap((name) => bodies.map((body) => body[name]))
  const codes = server.homeserver.messages.map(({ code }) => code)
  const all = [...told, ...codes, NUMBER, NUMBER.slice(1), '0612345678', '612345678', '6 12 34 56 78']
  return [...new Set(all.filter((secret) => typeof secret === 'string'))]
}

it('goes through its whole flow under the strictest policy, on its own origin alone, and keeps its secrets', async () => {
  await goThroughTheFlow()

  expect(broken).toEqual([])
  expect(requests.filter((url) => !url.startsWith(`${server.origin}/`))).toEqual([])

  // As the server saw them: what the browser's tools tell of a request may be what it first meant to send.
  expect(server.calls.length).toBeGreaterThan(4)
  for (const headers of server.calls) {
    expect(Object.keys(headers).filter((name) => /^(cookie|referer|authorization)$/.test(name))).toEqual([])
  }

  expect(secrets().length).toBeGreaterThan(8)
  const everywhere = [...seen, ...printed, ...requests]
  for (const secret of secrets()) expect(everywhere.filter((text) => text.includes(secret))).toEqual([])
  expect(printed.length).toBeGreaterThan(5)
})

it('sees a rule that is broken, a request that goes elsewhere and an attribute that tells', async () => {
  await page.goto(server.origin)
  await page.evaluate(() => {
    const paragraph = document.createElement('p')
    paragraph.setAttribute('style', 'color: red')
    paragraph.setAttribute('data-number', '+33612345678')
    document.body.append(paragraph)
    document.body.append(Object.assign(new Image(), { src: 'https://flags.example.net/fr.svg' }))
  })
  await expect.poll(() => broken.join()).toMatch(/style-src.*img-src.*flags\.example\.net/)
  await look()
  expect(seen.join()).toContain(NUMBER)
})

it.each<[string, () => unknown, string]>([
  ['markup', () => (document.body.innerHTML = '<p>'), 'require-trusted-types-for'],
  [
    'the address of a script',
    () => (document.createElement('script').src = '/x.js'),
    'require-trusted-types-for',
  ],
  ['a policy that lets it through', () => window.trustedTypes?.createPolicy('any', {}), 'trusted-types'],
])('sees a text that becomes %s', async (_, fault, rule) => {
  await page.goto(server.origin)
  await page.getByLabel('Phone number').waitFor()
  expect(broken).toEqual([])
  await expect(page.evaluate(fault)).rejects.toThrow()
  await expect.poll(() => broken.join()).toContain(rule)
})
