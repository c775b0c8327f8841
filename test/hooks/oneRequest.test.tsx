import { act } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { advance, MINUTE, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it('sends once when it is asked twice in one tick', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => [send(ALICE), send(ALICE)])
  expect(wire.requests).toHaveLength(1)
  expect(result.current.step).toBe('code')
})

it('sends once when it is asked again while the first request is under way', async () => {
  const wire = new Wire()
  const held = wire.hold()
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send(ALICE))
  await held.answer()
  expect(wire.requests).toHaveLength(1)
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 1 })
})

it('resends once when it is asked twice in one tick, or while the first is under way', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  const held = wire.hold()
  await person(({ resend }) => [resend(), resend()])
  await person(({ resend }) => resend())
  await held.answer()
  await person(({ resend }) => resend())
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 2])
  expect(result.current.sendAttempt).toBe(2)
})

it('submits once when it is asked twice in one tick, or while the first is under way', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  const held = wire.hold()
  await person(({ verify }) => [verify('111111'), verify('222222')])
  await person(({ verify }) => verify('333333'))
  expect(wire.submits.map((body) => body['token'])).toEqual(['111111'])
  await held.answer({ body: { success: true } })
  expect(result.current.step).toBe('verified')
})

it('asks for the second of two numbers alone when both come in one tick', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => [send(ALICE), send(BOB)])
  expect(wire.sends.map((body) => body['phone_number'])).toEqual([BOB.phoneNumber])
  expect(inStep(result.current, 'code').sentTo).toMatchObject(BOB)
})

it('submits the second of two codes alone when the first was given up in the same tick', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ verify, changeNumber, send }) => {
    void verify('111111')
    changeNumber()
    void send(ALICE)
    void verify('222222')
  })
  expect(wire.sends).toHaveLength(1)
  expect(wire.submits.map((body) => body['token'])).toEqual(['222222'])
  expect(result.current.step).toBe('verified')
})

it('gives the first number up when another is sent', async () => {
  const wire = new Wire()
  const first = wire.hold()
  const { result, steps, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send(BOB))
  expect(wire.requests[0]?.init.signal?.aborted).toBe(true)
  expect(wire.requests[1]?.init.signal?.aborted).toBe(false)
  expect(inStep(result.current, 'code').sentTo).toMatchObject(BOB)
  await first.answer()
  expect(inStep(result.current, 'code').sentTo).toMatchObject(BOB)
  expect(steps).toEqual(['number', 'code'])
  expect(result.current.error).toBeNull()
})

it.each(['first', 'second'] as const)(
  'keeps the second number when the %s is answered first',
  async (who) => {
    const wire = new Wire()
    const first = wire.hold({ heedsAbort: false })
    const second = wire.hold({ heedsAbort: false })
    const { result, do: person } = renderVerification({ wire })
    await person(({ send }) => send(ALICE))
    await person(({ send }) => send(BOB))
    const answers = [
      () => first.answer({ body: session('of-alice') }),
      () => second.answer({ body: session('of-bob') }),
    ]
    for (const answer of who === 'first' ? answers : answers.reverse()) await answer()
    expect(inStep(result.current, 'code').sentTo).toMatchObject(BOB)

    await person(({ verify }) => verify('123456'))
    expect(wire.submits).toMatchObject([{ sid: 'of-bob', client_secret: wire.sends[1]?.['client_secret'] }])
  },
)

it.each([
  ['a yes', 200, session('late')],
  ['a refusal', 400, { errcode: 'M_THREEPID_IN_USE' }],
  ['a rate limit', 429, { retry_after_ms: 600_000 }],
  ['a lack of support', 404, { errcode: 'M_UNRECOGNIZED' }],
])('drops %s that comes after "change number"', async (_, status, body) => {
  const wire = new Wire()
  const held = wire.hold({ heedsAbort: false })
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  expect(result.current).toMatchObject({ step: 'number', isPending: false, error: null })
  await held.answer({ status, body })
  expect(result.current).toMatchObject({ step: 'number', isPending: false, error: null })
})

it('aborts the request for an SMS on "change number", and keeps its secret and attempt', async () => {
  const wire = new Wire()
  wire.hold()
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  expect(wire.requests[0]?.init.signal?.aborted).toBe(true)
  await person(({ send }) => send(ALICE))
  expect(wire.sends[1]).toEqual(wire.sends[0])
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 1 })
})

it('drops a verdict on a code that comes after a reset, and a yes too', async () => {
  const wire = new Wire()
  const onVerified = vi.fn()
  const { result, do: person } = renderVerification({ wire, onVerified })
  for (const success of [true, false]) {
    await person(({ send }) => send(ALICE))
    const held = wire.hold({ heedsAbort: false })
    await person(({ verify }) => verify('123456'))
    await person(({ reset }) => reset())
    expect(wire.requests.at(-1)?.init.signal?.aborted).toBe(true)
    await held.answer({ body: { success } })
    expect(result.current).toMatchObject({ step: 'number', error: null, isPending: false })
  }
  expect(onVerified).not.toHaveBeenCalled()
})

it('takes a wrong code and a resend in either order', async () => {
  const wire = new Wire()
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  for (const order of ['code first', 'resend first']) {
    await advance(10 * MINUTE)
    const code = wire.hold()
    const resent = wire.hold()
    await person(({ verify, resend }) => [verify('000000'), resend()])
    const answers = [
      () => code.answer({ status: 400, body: { errcode: 'M_TOKEN_INCORRECT' } }),
      () => resent.answer({ body: session('sid1') }),
    ]
    for (const answer of order === 'code first' ? answers : answers.reverse()) await answer()
    expect(result.current).toMatchObject({ step: 'code', isPending: false })
  }
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 2, 3])
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
})

it('resolves an action when its request was given up', async () => {
  const wire = new Wire()
  wire.hold()
  const { result, do: person } = renderVerification({ wire })
  const outcome = vi.fn()
  await person(({ send }) => send(ALICE).then(outcome))
  expect(outcome).not.toHaveBeenCalled()
  act(() => result.current.reset())
  await settled()
  expect(outcome).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ step: 'number', error: null, isPending: false }),
  )
})
