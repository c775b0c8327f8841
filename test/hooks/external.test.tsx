import { beforeEach, expect, it, vi } from 'vitest'
import type { CheckExternal } from '../../src/hooks/askExternal.js'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { registerAlice } from '../support/registerAlice.js'
import { advance, HOUR, MINUTE, SECOND, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

async function withLinkSent(checkExternal?: CheckExternal, onVerified = vi.fn()) {
  const wire = new Wire()
  wire.reply(200, session('link', null))
  const verification = renderVerification({ wire, checkExternal, onVerified })
  await verification.do(({ send }) => send(ALICE))
  return { ...verification, onVerified }
}

function returnToPage() {
  document.dispatchEvent(new Event('visibilitychange'))
}

it('asks for no code where the answer names no address for one', async () => {
  const { wire, result, onVerified, do: person } = await withLinkSent()
  const external = inStep(result.current, 'external')
  expect(external.sentTo).toMatchObject(ALICE)
  expect(external.resendAt - Date.now()).toBe(30 * SECOND)
  expect(external.phone).toEqual({
    phoneNumber: ALICE.phoneNumber,
    country: 'GB',
    sid: 'link',
    clientSecret: wire.sends[0]?.['client_secret'],
  })
  await person(({ verify }) => verify('123456'))
  expect(wire.submits).toEqual([])
  expect(onVerified).not.toHaveBeenCalled()
})

it('is verified when the app confirms it, and tells the app once', async () => {
  const { result, onVerified, do: person } = await withLinkSent()
  const { phone, confirm } = inStep(result.current, 'external')
  await person(() => {
    confirm()
    confirm()
  })
  expect(inStep(result.current, 'verified').phone).toEqual(phone)
  expect(onVerified).toHaveBeenCalledExactlyOnceWith(phone, { resumed: false })
})

it('has a way out: another number, another SMS, or from the beginning', async () => {
  const { wire, result, do: person } = await withLinkSent()
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send(ALICE))
  expect(result.current.step).toBe('external')
  expect(wire.sends).toHaveLength(1)
  await advance(MINUTE)
  await person(({ resend }) => resend())
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 2])
  expect(result.current.step).toBe('code')
  await person(({ send }) => send(BOB))
  expect(wire.sends).toHaveLength(3)
  await person(({ reset }) => reset())
  expect(result.current.step).toBe('number')
})

it('asks the app slowly for ten minutes, and then no more', async () => {
  const check = vi.fn<CheckExternal>().mockResolvedValue(false)
  const { result } = await withLinkSent(check)
  expect(check).not.toHaveBeenCalled()
  const { phone } = inStep(result.current, 'external')
  await advance(5 * SECOND)
  expect(check).toHaveBeenCalledExactlyOnceWith(phone, { signal: expect.any(AbortSignal) as unknown })
  await advance(MINUTE - 5 * SECOND)
  expect(check).toHaveBeenCalledTimes(4)
  await advance(8 * MINUTE)
  const late = check.mock.calls.length
  expect(late).toBeGreaterThan(4)
  expect(late).toBeLessThan(10)
  await advance(MINUTE)
  expect(check).toHaveBeenCalledTimes(late + 1)
  await advance(HOUR)
  expect(check).toHaveBeenCalledTimes(late + 1)
  expect(result.current.step).toBe('external')
})

it('is verified as soon as the app says yes, and asks no more', async () => {
  const check = vi.fn<CheckExternal>().mockResolvedValueOnce(false).mockResolvedValue(true)
  const { result, onVerified } = await withLinkSent(check)
  await advance(15 * SECOND)
  expect(result.current.step).toBe('verified')
  expect(onVerified).toHaveBeenCalledTimes(1)
  await advance(HOUR)
  returnToPage()
  await advance(0)
  expect(check).toHaveBeenCalledTimes(2)
})

it('asks when the person comes back to the page, not when they leave it', async () => {
  const check = vi.fn<CheckExternal>().mockResolvedValue(false)
  const { result, do: person } = await withLinkSent(check)
  const visibility = vi.spyOn(document, 'visibilityState', 'get')
  visibility.mockReturnValue('hidden')
  await person(returnToPage)
  expect(check).not.toHaveBeenCalled()
  visibility.mockReturnValue('visible')
  check.mockResolvedValue(true)
  await person(returnToPage)
  visibility.mockRestore()
  expect(check).toHaveBeenCalledTimes(1)
  expect(result.current.step).toBe('verified')
})

it('asks when the page comes back from the back-forward cache', async () => {
  const check = vi.fn<CheckExternal>().mockResolvedValue(false)
  const { do: person } = await withLinkSent(check)
  await person(() => window.dispatchEvent(new Event('pageshow')))
  expect(check).toHaveBeenCalledTimes(1)
})

it('asks once for the events of one return, and while an answer is awaited', async () => {
  const check = vi.fn<CheckExternal>(() => new Promise(() => undefined))
  const { do: person } = await withLinkSent(check)
  await person(() => {
    returnToPage()
    window.dispatchEvent(new Event('pageshow'))
    returnToPage()
  })
  expect(check).toHaveBeenCalledTimes(1)
})

it.each<[string, CheckExternal]>([
  ['rejects', () => Promise.reject(new Error('no network'))],
  [
    'throws',
    () => {
      throw new Error('a mistake')
    },
  ],
])('goes on asking when the check %s', async (_, failing) => {
  const check = vi.fn<CheckExternal>().mockImplementationOnce(failing).mockResolvedValue(true)
  const { result } = await withLinkSent(check)
  await advance(5 * SECOND)
  expect(result.current).toMatchObject({ step: 'external', error: null })
  await advance(10 * SECOND)
  expect(result.current.step).toBe('verified')
})

it('asks for ten more minutes after another SMS', async () => {
  const check = vi.fn<CheckExternal>().mockResolvedValue(false)
  const { wire, do: person } = await withLinkSent(check)
  await advance(HOUR)
  check.mockClear()
  wire.reply(200, session('link', null))
  await person(({ resend }) => resend())
  await advance(5 * SECOND)
  expect(check).toHaveBeenCalledTimes(1)
})

it.each([
  ['the number changes', 'changeNumber'],
  ['everything is reset', 'reset'],
  ['the app confirms', 'confirm'],
  ['the component goes', 'unmount'],
])('aborts the check and drops its answer when %s', async (_, end) => {
  let answer: (isDone: boolean) => void = () => undefined
  const check = vi.fn<CheckExternal>(() => new Promise((resolve) => (answer = resolve)))
  const { result, unmount, onVerified, do: person } = await withLinkSent(check)
  await advance(5 * SECOND)
  const signal = check.mock.calls[0]?.[1].signal
  expect(signal?.aborted).toBe(false)
  await person((verification) => {
    if (end === 'unmount') unmount()
    if (end === 'changeNumber') verification.changeNumber()
    if (end === 'reset') verification.reset()
    if (end === 'confirm') inStep(verification, 'external').confirm()
  })
  expect(signal?.aborted).toBe(true)
  await person(() => answer(true))
  expect(onVerified).toHaveBeenCalledTimes(end === 'confirm' ? 1 : 0)
  if (end === 'changeNumber') expect(result.current.step).toBe('number')
})

it('asks the newest check, and begins with one that comes later', async () => {
  const { wire, rerender } = await withLinkSent()
  const older = vi.fn<CheckExternal>().mockResolvedValue(false)
  const newer = vi.fn<CheckExternal>().mockResolvedValue(false)
  rerender({ homeserver: wire.client(), checkExternal: older })
  await advance(5 * SECOND)
  rerender({ homeserver: wire.client(), checkExternal: newer })
  await advance(10 * SECOND)
  expect(older).toHaveBeenCalledTimes(1)
  expect(newer).toHaveBeenCalledTimes(1)
})

it('forgets a proof that made an account before anybody confirmed it', async () => {
  const wire = new Wire()
  wire.reply(200, session('link', null))
  const page = renderVerification({ wire })
  await page.do(({ send }) => send(ALICE))
  const { phone, confirm } = inStep(page.result.current, 'external')
  await registerAlice(wire, phone)
  expect(sessionStorage).toHaveLength(0)
  await page.do(() => confirm())
  window.dispatchEvent(new Event('pagehide'))
  expect(sessionStorage).toHaveLength(0)
  const next = renderVerification({ wire }, { queryClient: page.queryClient })
  await settled()
  expect(next.result.current.step).toBe('number')
})
