import { beforeEach, expect, it, vi } from 'vitest'
import type { PhoneVerificationEvent } from '../../src/hooks/PhoneVerificationEvent.js'
import { ALICE, BOB, inStep, pageWithCodeSent, renderVerification } from '../support/hooks.js'
import { reloadedPage } from '../support/pages.js'
import { advance, MINUTE, settled } from '../support/time.js'
import { unhandledRejections } from '../support/unhandledRejections.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it('reports a whole flow in order', async () => {
  const events: PhoneVerificationEvent[] = []
  const { wire, do: person } = renderVerification({ onEvent: (event) => events.push(event) })
  wire.loseConnection()
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send(ALICE))
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
  await person(({ verify }) => verify('000000'))
  await person(({ resend }) => resend())
  await advance(MINUTE)
  await person(({ resend }) => resend())
  await person(({ verify }) => verify('123456'))
  await person(({ reset }) => reset())

  const common = { purpose: 'register', country: 'GB' }
  const [number, code] = [
    { ...common, step: 'number' },
    { ...common, step: 'code' },
  ]
  expect(events).toEqual([
    { ...number, type: 'sendRequested', sendAttempt: 1 },
    { ...number, type: 'sendFailed', kind: 'offline', recovery: 'retry' },
    { ...number, type: 'sendRequested', sendAttempt: 1 },
    { ...code, type: 'codeSent', sendAttempt: 1 },
    { ...number, type: 'numberChangeRequested' },
    { ...code, type: 'returnedToCode' },
    { ...code, type: 'codeSubmitted' },
    { ...code, type: 'codeRejected', kind: 'code-incorrect', recovery: 'retype-code' },
    { ...code, type: 'sendRequested', sendAttempt: 2 },
    { ...code, type: 'codeSent', sendAttempt: 2 },
    { ...code, type: 'codeSubmitted' },
    { ...common, step: 'verified', type: 'verified' },
    { ...number, type: 'reset' },
  ])
})

it('reports what was refused without a request', async () => {
  const onEvent = vi.fn()
  const { wire, do: person } = renderVerification({ onEvent, purpose: 'addToAccount' })
  await person(({ send }) => send({ phoneNumber: 'nonsense', country: 'GB' }))
  expect(onEvent).toHaveBeenLastCalledWith({
    type: 'sendFailed',
    purpose: 'addToAccount',
    country: null,
    step: 'number',
    kind: 'invalid-number',
    recovery: 'edit-number',
  })
  wire.reply(429)
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber, reset }) => {
    changeNumber()
    reset()
  })
  onEvent.mockClear()
  await person(({ send }) => send(BOB))
  expect(onEvent).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ type: 'sendFailed', kind: 'rate-limited', recovery: 'wait' }),
  )
})

it('reports a verification by link', async () => {
  const onEvent = vi.fn()
  const { wire, do: person } = renderVerification({ onEvent })
  wire.reply(200, session('link', null))
  await person(({ send }) => send(ALICE))
  expect(onEvent).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'codeSent', step: 'external' }))
  await person((verification) => inStep(verification, 'external').confirm())
  expect(onEvent).toHaveBeenLastCalledWith(expect.objectContaining({ type: 'verified', step: 'verified' }))
})

it('reports once that a reloaded page goes on', async () => {
  const onEvent = vi.fn()
  const { wire } = await pageWithCodeSent()
  const page = renderVerification({ wire, onEvent }, { hook: await reloadedPage() })
  await settled()
  page.rerender({ onEvent })
  expect(onEvent).toHaveBeenCalledExactlyOnceWith({
    type: 'resumed',
    purpose: 'register',
    country: 'GB',
    step: 'code',
  })
})

it('does not report that a reloaded page goes on where it shows the number still', async () => {
  const onEvent = vi.fn()
  const wire = new Wire()
  wire.loseConnection()
  await pageWithCodeSent({ wire })
  const page = renderVerification({ wire, onEvent }, { hook: await reloadedPage() })
  await settled()
  expect(page.result.current).toMatchObject({ step: 'number', sendAttempt: 1 })
  expect(onEvent).not.toHaveBeenCalled()
})

it('reports nothing where nothing happens', async () => {
  const onEvent = vi.fn()
  const { do: person } = renderVerification({ onEvent })
  await person(({ resend, verify, changeNumber }) => {
    void resend()
    void verify('123456')
    changeNumber()
  })
  expect(onEvent).not.toHaveBeenCalled()
})

it('goes on when the app fails with an event, and does not hide that', async () => {
  const onUnhandled = unhandledRejections()
  const broken = new Error('the app is broken')
  const {
    wire,
    result,
    do: person,
  } = renderVerification({
    onEvent: () => {
      throw broken
    },
  })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'verified', error: null, isPending: false })
  expect(wire.requests).toHaveLength(2)
  expect(onUnhandled).toHaveBeenCalledTimes(4)
  expect(onUnhandled).toHaveBeenCalledWith(broken, expect.anything())
})
