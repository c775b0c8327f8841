import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ALICE, renderVerification } from '../support/hooks.js'
import { loadedPage, reloadedPage } from '../support/pages.js'
import { advance, MINUTE, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

type Get = (options: { otp?: unknown; signal?: AbortSignal }) => Promise<unknown>

const get = vi.fn<Get>()
let deliver: (credential: unknown) => void

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
  get.mockReset().mockImplementation(
    ({ signal }) =>
      new Promise((resolve, reject) => {
        deliver = resolve
        signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
      }),
  )
  vi.stubGlobal('OTPCredential', vi.fn())
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } })
})

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'credentials')
})

const signals = () => get.mock.calls.map(([options]) => options.signal)

it('asks the browser once, and only after the SMS was asked for', async () => {
  const wire = new Wire()
  const held = wire.hold()
  const { rerender, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  expect(get).not.toHaveBeenCalled()
  await held.answer()
  rerender()
  await settled()
  expect(get).toHaveBeenCalledExactlyOnceWith({
    otp: { transport: ['sms'] },
    signal: expect.any(AbortSignal) as unknown,
  })
})

it('submits the code that the browser read', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(() => deliver({ code: '482915' }))
  expect(wire.submits).toMatchObject([{ token: '482915' }])
  expect(result.current.step).toBe('verified')
})

it('submits no code by itself to a homeserver whose name the person typed', async () => {
  const wire = new Wire()
  const homeserver = wire.client({ isDiscovered: true })
  const { do: person } = renderVerification({ wire, homeserver })
  await person(({ send }) => send(ALICE))
  expect(get).not.toHaveBeenCalled()

  const onCode = vi.fn()
  const filling = renderVerification({ wire, homeserver, webOtp: onCode, id: 'filling' })
  await filling.do(({ send }) => send(ALICE))
  await filling.do(() => deliver({ code: '482915' }))
  expect(onCode).toHaveBeenCalledExactlyOnceWith('482915')
  expect(wire.submits).toEqual([])
})

it('hands the code to the app’s newest function instead, if there is one', async () => {
  const older = vi.fn()
  const newer = vi.fn()
  const { wire, rerender, do: person } = renderVerification({ webOtp: older })
  await person(({ send }) => send(ALICE))
  rerender({ webOtp: newer })
  await person(() => deliver({ code: '482915' }))
  expect(get).toHaveBeenCalledTimes(1)
  expect(older).not.toHaveBeenCalled()
  expect(newer).toHaveBeenCalledExactlyOnceWith('482915')
  expect(wire.submits).toEqual([])
})

it('asks once in a page that was reloaded', async () => {
  const { wire, do: person } = renderVerification({ webOtp: false }, { hook: await loadedPage() })
  await person(({ send }) => send(ALICE))
  renderVerification({ wire }, { hook: await reloadedPage() })
  await settled()
  expect(get).toHaveBeenCalledTimes(1)
})

it.each(['verify', 'changeNumber', 'reset', 'unmount'])('stops asking on %s', async (end) => {
  const { unmount, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  expect(signals()[0]?.aborted).toBe(false)
  await person((verification) => {
    if (end === 'verify') void verification.verify('123456')
    if (end === 'changeNumber') verification.changeNumber()
    if (end === 'reset') verification.reset()
    if (end === 'unmount') unmount()
  })
  expect(signals().map((signal) => signal?.aborted)).toEqual([true])
})

it('goes on asking after a wrong code', async () => {
  const { wire, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
  await person(({ verify }) => verify('000000'))
  expect(signals().map((signal) => signal?.aborted)).toEqual([false])
})

it('asks anew for the code of another SMS', async () => {
  const { do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  await person(({ resend }) => resend())
  expect(signals().map((signal) => signal?.aborted)).toEqual([true, false])
})

it('drops a code that a browser hands over although nobody asks any more', async () => {
  get.mockImplementation(() => new Promise((resolve) => (deliver = resolve)))
  const webOtp = vi.fn()
  const { do: person } = renderVerification({ webOtp })
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await person(() => deliver({ code: '482915' }))
  expect(webOtp).not.toHaveBeenCalled()
})

it.each<[string, Get]>([
  ['the person declines', () => Promise.reject(new DOMException('No', 'NotAllowedError'))],
  ['the time is over', () => Promise.reject(new DOMException('Late', 'InvalidStateError'))],
  [
    'the browser throws',
    () => {
      throw new TypeError('no such transport')
    },
  ],
  ['there is no credential', () => Promise.resolve(null)],
  ['there is no code in it', () => Promise.resolve({ id: '' })],
])('says nothing and is not in the way when %s', async (_, answer) => {
  get.mockImplementation(answer)
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({ step: 'code', error: null })
  expect(wire.submits).toEqual([])
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
})

it('never asks where the app does not want it, or where there is no code to type', async () => {
  const declined = renderVerification({ webOtp: false })
  await declined.do(({ send }) => send(ALICE))
  expect(declined.result.current.step).toBe('code')

  const external = renderVerification({ id: 'external' })
  external.wire.reply(200, session('link', null))
  await external.do(({ send }) => send(ALICE))
  expect(external.result.current.step).toBe('external')
  expect(get).not.toHaveBeenCalled()
})

it('does without it where the browser has none', async () => {
  vi.unstubAllGlobals()
  const { result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({ step: 'code', error: null })
  expect(get).not.toHaveBeenCalled()
})
