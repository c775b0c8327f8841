import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { advance, HOUR, MINUTE } from '../support/time.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it('returns to the code without a request when the number stays the same', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  const { resendAt } = inStep(result.current, 'code')
  await person(({ changeNumber }) => changeNumber())
  expect(result.current).toMatchObject({ step: 'number', error: null })
  await person(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(1)
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 1, resendAt })
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
})

it('asks for nothing where the person took it back in the same moment', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send, reset }) => {
    void send(ALICE)
    reset()
  })
  expect(wire.requests).toEqual([])
  expect(result.current).toMatchObject({ step: 'number', isPending: false, error: null })
})

it('knows the same number in another display and another country', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send({ ...ALICE, display: '+44 7700 900123' }))
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send({ ...ALICE, country: 'GG', display: '+44 (7700) 900-123' }))
  expect(wire.sends).toHaveLength(1)
  expect(result.current.step).toBe('code')
})

it('repeats the very same triple when the first answer was lost and the display differs', async () => {
  const { wire, do: person } = renderVerification()
  wire.loseConnection()
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send({ ...ALICE, country: 'JE', display: '+44 7700 900123' }))
  expect(wire.sends[1]).toEqual(wire.sends[0])
})

it('takes a fresh secret for another number, also when that is an earlier one again', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send(BOB))
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send(ALICE))
  expect(wire.sends.map((body) => body['phone_number'])).toEqual([
    ALICE.phoneNumber,
    BOB.phoneNumber,
    ALICE.phoneNumber,
  ])
  expect(new Set(wire.sends.map((body) => body['client_secret']))).toHaveLength(3)
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 1, 1])
  expect(inStep(result.current, 'code').sentTo).toMatchObject(ALICE)
})

it('does not carry the waiting time of one number over to another', async () => {
  const { wire, do: person } = renderVerification({ resendDelay: HOUR })
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await person(({ send }) => send(BOB))
  expect(wire.sends).toHaveLength(2)
})

it('takes another number from the code step at once', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send(BOB))
  expect(wire.sends).toHaveLength(2)
  expect(inStep(result.current, 'code').sentTo).toMatchObject(BOB)
})

it('asks again for the unchanged number when its session has expired', async () => {
  const { wire, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ changeNumber }) => changeNumber())
  await advance(24 * HOUR)
  await person(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(2)
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('forgets a verified number when it is changed, and verifies the same one anew', async () => {
  const onVerified = vi.fn()
  const { wire, result, do: person } = renderVerification({ onVerified })
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  await person(({ changeNumber }) => changeNumber())
  expect(result.current.step).toBe('number')
  await person(({ send }) => send(ALICE))
  await person(({ verify }) => verify('123456'))
  expect(wire.sends).toHaveLength(2)
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
  expect(onVerified).toHaveBeenCalledTimes(2)
})

it('begins anew after a reset', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ reset }) => reset())
  expect(result.current).toMatchObject({ step: 'number', sendAttempt: 0, error: null })
  await advance(MINUTE)
  await person(({ send }) => send(ALICE))
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 1])
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('clears the error of the number that is changed', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
  await person(({ verify }) => verify('000000'))
  await person(({ changeNumber }) => changeNumber())
  expect(result.current.error).toBeNull()
})
