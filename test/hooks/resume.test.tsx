import { beforeEach, expect, it, vi } from 'vitest'
import type { FlowStorage } from '../../src/hooks/flowStorage.js'
import { ALICE, inStep, pageWithCodeSent, renderVerification } from '../support/hooks.js'
import { reloadedPage } from '../support/pages.js'
import { advance, HOUR, MINUTE, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

type Options = Parameters<typeof renderVerification>[0]

/** The page after a reload. */
async function afterReload(options: Options) {
  const page = renderVerification(options, { hook: await reloadedPage() })
  await settled()
  return page
}

it('shows the code step with the same deadline after a reload, without a request', async () => {
  const { wire, result } = await pageWithCodeSent()
  const { sentTo, resendAt } = inStep(result.current, 'code')
  await advance(MINUTE)
  const page = await afterReload({ wire })
  expect(page.result.current).toMatchObject({
    step: 'code',
    sentTo,
    resendAt,
    sendAttempt: 1,
    error: null,
    isPending: false,
  })
  expect(wire.requests).toHaveLength(1)

  await page.do(({ verify }) => verify('123456'))
  expect(wire.submits).toMatchObject([{ sid: 'sid1', client_secret: wire.sends[0]?.['client_secret'] }])
  expect(page.result.current.step).toBe('verified')
})

it('goes on with the next attempt of the same secret after a reload', async () => {
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  const page = await afterReload({ wire })
  await page.do(({ resend }) => resend())
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
})

it('goes back to the same step when it mounts again in the same page', async () => {
  const { wire, hook, result, unmount } = await pageWithCodeSent()
  const { resendAt } = inStep(result.current, 'code')
  unmount()
  await advance(MINUTE)
  const again = renderVerification({ wire }, { hook })
  await settled()
  expect(again.result.current).toMatchObject({ step: 'code', resendAt })
  await again.do(({ resend }) => resend())
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
})

it('repeats the same attempt when the page was reloaded before the answer', async () => {
  const wire = new Wire()
  wire.hold()
  await pageWithCodeSent({ wire })
  const page = await afterReload({ wire })
  expect(page.result.current).toMatchObject({ step: 'number', isPending: false })
  await page.do(({ send }) => send(ALICE))
  expect(wire.sends[1]).toEqual(wire.sends[0])
})

it('keeps a server’s wait over a reload', async () => {
  const wire = new Wire()
  wire.reply(429, { retry_after_ms: 10 * MINUTE })
  await pageWithCodeSent({ wire })
  const page = await afterReload({ wire })
  expect(page.result.current).toMatchObject({ step: 'number', error: null })
  await page.do(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(1)
  expect(page.result.current.error).toMatchObject({
    kind: 'rate-limited',
    recovery: 'wait',
    retryAt: Date.now() + 10 * MINUTE,
  })
  await advance(10 * MINUTE)
  await page.do(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(2)
})

it('keeps the link step over a reload, with what the app needs to try it', async () => {
  const wire = new Wire()
  wire.reply(200, session('link', null))
  const { result } = await pageWithCodeSent({ wire })
  const { phone } = inStep(result.current, 'external')
  const page = await afterReload({ wire })
  expect(inStep(page.result.current, 'external').phone).toEqual(phone)
})

it('keeps the proof until a reset', async () => {
  const first = await pageWithCodeSent()
  await first.do(({ verify }) => verify('123456'))
  const { phone } = inStep(first.result.current, 'verified')
  const { wire } = first
  const page = await afterReload({ wire })
  expect(inStep(page.result.current, 'verified').phone).toEqual(phone)
  await page.do(({ reset }) => reset())
  expect(sessionStorage).toHaveLength(0)
  const last = await afterReload({ wire })
  expect(last.result.current.step).toBe('number')
})

it('begins anew when the session is over', async () => {
  const { wire } = await pageWithCodeSent()
  await advance(24 * HOUR)
  const page = await afterReload({ wire })
  expect(page.result.current).toMatchObject({ step: 'number', sendAttempt: 0 })
})

it('gives another homeserver, path, purpose or id nothing of it', async () => {
  const { wire } = await pageWithCodeSent()
  for (const other of [
    { homeserver: wire.client({ baseUrl: 'https://other.example.org' }) },
    { homeserver: wire.client({ apiPath: '/_matrix/client/r0' }) },
    { purpose: 'resetPassword' as const },
    { id: 'other' },
  ]) {
    const page = await afterReload({ wire, ...other })
    expect(page.result.current.step).toBe('number')
  }
  const page = await afterReload({ wire })
  expect(page.result.current.step).toBe('code')
})

it('leaves no trace anywhere with storage off', async () => {
  const { wire, result } = await pageWithCodeSent({ storage: false })
  expect(result.current.step).toBe('code')
  expect([sessionStorage.length, localStorage.length, location.href]).toEqual([
    0,
    0,
    'http://localhost:3000/',
  ])
  const page = await afterReload({ wire, storage: false })
  expect(page.result.current.step).toBe('number')
})

it('uses the storage of the app, and no other', async () => {
  const entries = new Map<string, string>()
  const storage: FlowStorage = {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => entries.set(key, value),
    removeItem: (key) => entries.delete(key),
  }
  const { wire } = await pageWithCodeSent({ storage })
  expect(entries.size).toBe(1)
  expect(sessionStorage).toHaveLength(0)
  const page = await afterReload({ wire, storage })
  expect(page.result.current.step).toBe('code')
})

it('works where every touch of the storage throws', async () => {
  const fail = () => {
    throw new DOMException('Denied', 'SecurityError')
  }
  const { result, do: person } = await pageWithCodeSent({
    storage: { getItem: fail, setItem: fail, removeItem: fail },
  })
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
  await person(({ reset }) => reset())
  expect(result.current.step).toBe('number')
})

it('works where the page may not even look at its storage', async () => {
  const storage = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('Denied', 'SecurityError')
  })
  const { result } = await pageWithCodeSent()
  storage.mockRestore()
  expect(result.current.step).toBe('code')
})

it.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['null', 'null'],
  ['an array', '[]'],
  ['a foreign object', '{"user":"alice"}'],
  ['another version', (kept: string) => kept.replace('"version":2', '"version":1')],
  ['a step of its own', (kept: string) => kept.replace('"step":"code"', '"step":"done"')],
  ['no secret', (kept: string) => kept.replace(/"clientSecret":"[^"]+"/, '"clientSecret":""')],
  ['a number that is none', (kept: string) => kept.replace('"+447700900123"', '"07700"')],
  ['no attempt', (kept: string) => kept.replace('"sendAttempt":1', '"sendAttempt":0')],
])('begins anew when the storage holds %s', async (_, spoil) => {
  const { wire } = await pageWithCodeSent()
  const hook = await reloadedPage()
  const key = sessionStorage.key(0) ?? ''
  const kept = sessionStorage.getItem(key) ?? ''
  sessionStorage.setItem(key, typeof spoil === 'string' ? spoil : spoil(kept))
  expect(sessionStorage.getItem(key)).not.toBe(kept)
  const page = renderVerification({ wire }, { hook })
  await settled()
  expect(page.result.current).toMatchObject({ step: 'number', error: null })
  await page.do(({ send }) => send(ALICE))
  expect(page.result.current.step).toBe('code')
})

it('stores neither the code nor the identity server’s token', async () => {
  const wire = new Wire()
  const identityServer = { idServer: 'id.example.org', idAccessToken: 'token-of-the-identity-server' }
  const homeserver = wire.client({ identityServer, accessToken: 'token-of-the-homeserver' })
  const { do: person } = await pageWithCodeSent({ wire, homeserver })
  await person(({ verify }) => verify('482915'))
  const kept = JSON.stringify(sessionStorage)
  expect(kept).toContain('verified')
  expect(kept).not.toMatch(/482915|token-of/)
})

it('does not lengthen a wait when the clock was put back over the reload', async () => {
  const { wire } = await pageWithCodeSent()
  const hook = await reloadedPage()
  vi.setSystemTime(Date.now() - HOUR)
  const page = renderVerification({ wire }, { hook })
  await settled()
  const left = inStep(page.result.current, 'code').resendAt - Date.now()
  expect(left).toBeLessThanOrEqual(30_000)
})
