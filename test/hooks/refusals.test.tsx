import { beforeEach, expect, it, vi } from 'vitest'
import type { Purpose } from '../../src/matrix/purposes.js'
import { ALICE, BOB, renderVerification } from '../support/hooks.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

it.each<[string, Purpose, number, unknown]>([
  ['404 M_UNRECOGNIZED', 'resetPassword', 404, { errcode: 'M_UNRECOGNIZED' }],
  ['405', 'register', 405, '<html>'],
  ['501', 'register', 501, { errcode: 'M_UNKNOWN' }],
  ['M_THREEPID_MEDIUM_NOT_SUPPORTED', 'addToAccount', 400, { errcode: 'M_THREEPID_MEDIUM_NOT_SUPPORTED' }],
])('says once and for all that %s means no support', async (_, purpose, status, body) => {
  const { wire, result, do: person } = renderVerification({ purpose })
  wire.reply(status, body)
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({
    step: 'unsupported',
    isPending: false,
    error: { kind: 'not-supported', recovery: 'none' },
  })
  await person(({ send, resend, verify }) => [
    send(BOB),
    resend(),
    verify('123456'),
    send({ ...BOB, country: '' }),
  ])
  expect(wire.requests).toHaveLength(1)
  expect(result.current).toMatchObject({ step: 'unsupported', error: { kind: 'not-supported' } })
  await person(({ reset }) => reset())
  expect(result.current).toMatchObject({ step: 'number', error: null })
})

it.each<[Purpose, string, string, string]>([
  ['register', 'M_THREEPID_IN_USE', 'number-in-use', 'sign-in'],
  ['addToAccount', 'M_THREEPID_IN_USE', 'number-in-use', 'edit-number'],
  ['resetPassword', 'M_THREEPID_NOT_FOUND', 'number-not-found', 'sign-up'],
  ['register', 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  ['register', 'M_DESTINATION_REJECTED', 'country-unsupported', 'edit-number'],
  ['register', 'M_INVALID_PARAM', 'invalid-number', 'edit-number'],
  ['register', 'M_SERVER_NOT_TRUSTED', 'server-not-trusted', 'contact'],
  ['register', 'M_TERMS_NOT_SIGNED', 'terms-required', 'accept-terms'],
  ['register', 'M_SEND_ERROR', 'sms-failed', 'retry'],
])('keeps the number step when %s is refused with %s', async (purpose, errcode, kind, recovery) => {
  const { wire, result, do: person } = renderVerification({ purpose })
  wire.reply(400, { errcode })
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({
    step: 'number',
    isPending: false,
    error: { kind, recovery, errcode },
  })
  expect(result.current.requestToken).toMatchObject({ status: 'error', error: { kind } })
  await person(({ send }) => send(BOB))
  expect(result.current).toMatchObject({ step: 'code', error: null })
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('fails at once without a network and never sends by itself', async () => {
  const wire = new Wire()
  wire.loseConnection()
  const { result, do: person } = renderVerification({ wire })
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({
    step: 'number',
    isPending: false,
    error: { kind: 'offline', recovery: 'retry' },
  })
  window.dispatchEvent(new Event('online'))
  await person(() => undefined)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(wire.requests).toHaveLength(1)
})

it('keeps the code step and its session when a number that cannot be is sent from there', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send({ phoneNumber: 'nonsense', country: 'GB' }))
  expect(result.current).toMatchObject({ step: 'code', error: { kind: 'invalid-number' } })
  await person(({ verify }) => verify('123456'))
  expect(wire.submits).toHaveLength(1)
  expect(result.current.step).toBe('verified')
})

it('reports a client that fails in a way of its own without repeating its words', async () => {
  const wire = new Wire()
  const homeserver = {
    ...wire.client(),
    requestTokenToRegisterMSISDN: () => Promise.reject(new Error(`no route for ${ALICE.phoneNumber}`)),
  }
  const { result, do: person } = renderVerification({ wire, homeserver })
  await person(({ send }) => send(ALICE))
  expect(result.current.error).toMatchObject({ kind: 'invalid-request', recovery: 'retry' })
  expect(result.current.error?.cause).toBeUndefined()
  expect(result.current.error?.message).not.toContain('7700')
})
