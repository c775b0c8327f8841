import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, inStep, renderVerification } from '../support/hooks.js'
import { advance, MINUTE, SECOND, settled } from '../support/time.js'
import { session, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

async function withCodeSent() {
  const verification = renderVerification()
  await verification.do(({ send }) => send(ALICE))
  return verification
}

it.each(['', ' ', '\u200b', ' - ', '\n\t'])('sends no code where there is none (%j)', async (code) => {
  const { wire, result, do: person } = await withCodeSent()
  await person(({ verify }) => verify(code))
  expect(wire.submits).toEqual([])
  expect(result.current).toMatchObject({ step: 'code', error: null, isPending: false })
})

it('sends no code before there is a session', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ verify }) => verify('123456'))
  expect(wire.requests).toEqual([])
  expect(result.current).toMatchObject({ step: 'number', error: null })
})

it('takes the noise off a code before it is sent', async () => {
  const { wire, do: person } = await withCodeSent()
  await person(({ verify }) => verify(' G-0٢3 456\u200b '))
  expect(wire.submits).toMatchObject([{ token: '023456' }])
})

it.each([
  ['the specification', 400, { errcode: 'M_TOKEN_INCORRECT' }],
  ['Synapse', 400, { errcode: 'M_UNKNOWN', error: 'Error contacting the identity server' }],
  ['Sydent', 404, { errcode: 'M_NO_VALID_SESSION', success: false }],
  ['ToM', 400, { errcode: 'M_INVALID_PARAM' }],
  ['a plain no', 200, { success: false }],
])('keeps the step and the session when the code is wrong in the words of %s', async (_, status, body) => {
  const { wire, result, do: person } = await withCodeSent()
  wire.reply(status, body)
  await person(({ verify }) => verify('000000'))
  expect(result.current).toMatchObject({
    step: 'code',
    isPending: false,
    error: { kind: 'code-incorrect', recovery: 'retype-code', operation: 'submitToken' },
  })
  await person(({ verify }) => verify('123456'))
  expect(wire.sends).toHaveLength(1)
  expect(wire.submits).toMatchObject([{ sid: 'sid1' }, { sid: 'sid1' }])
  expect(result.current).toMatchObject({ step: 'verified', error: null })
})

it.each([
  ['offline', (wire: Wire) => wire.loseConnection()],
  ['server-error', (wire: Wire) => wire.reply(502, '<html>')],
  ['bad-response', (wire: Wire) => wire.reply(200, {})],
  ['bad-response', (wire: Wire) => wire.reply(404, '<html>')],
])('keeps the step and sends nothing by itself when the outcome is %s', async (kind, fail) => {
  const { wire, result, do: person } = await withCodeSent()
  fail(wire)
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', error: { kind, recovery: 'retry' } })
  await advance(10 * MINUTE)
  expect(wire.submits).toHaveLength(1)
  await person(({ verify }) => verify('123456'))
  expect(wire.submits[1]).toEqual(wire.submits[0])
  expect(result.current.step).toBe('verified')
})

it('gives a code up after 70 seconds', async () => {
  const { wire, result, do: person } = await withCodeSent()
  wire.hold()
  await person(({ verify }) => verify('123456'))
  await advance(70 * SECOND)
  expect(result.current).toMatchObject({ step: 'code', isPending: false, error: { kind: 'timeout' } })
})

it('revives an expired session with the next attempt, and takes a fresh secret when it expires again', async () => {
  const { wire, result, do: person } = await withCodeSent()
  wire.reply(400, { errcode: 'M_SESSION_EXPIRED' })
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', error: { kind: 'code-expired', recovery: 'resend' } })

  await advance(MINUTE)
  await person(({ resend }) => resend())
  wire.reply(400, { errcode: 'M_SESSION_EXPIRED' })
  await person(({ verify }) => verify('123456'))
  await advance(10 * MINUTE)
  await person(({ resend }) => resend())

  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 2, 1])
  const [first, second, third] = wire.sends.map((body) => body['client_secret'])
  expect(second).toBe(first)
  expect(third).not.toBe(first)
  await person(({ verify }) => verify('123456'))
  expect(wire.submits.at(-1)).toMatchObject({ sid: 'sid3', client_secret: third })
  expect(result.current.step).toBe('verified')
})

it('takes a fresh secret when the server has lost the session', async () => {
  const { wire, result, do: person } = await withCodeSent()
  wire.reply(400, { errcode: 'M_NO_VALID_SESSION' })
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', error: { kind: 'session-lost', recovery: 'restart' } })
  await advance(MINUTE)
  await person(({ resend }) => resend())
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 1])
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('sends a code without cookies, referrer or authorization', async () => {
  const { wire, do: person } = await withCodeSent()
  await person(({ verify }) => verify('123456'))
  const { init, headers } = wire.requests[1] ?? {}
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
  })
  expect([...(headers?.keys() ?? [])]).toEqual(['content-type'])
})

it.each(['ftp://sms.example.org/submit', 'https://user:pass@sms.example.org/submit', 'javascript:alert(1)'])(
  'never sends a code to %s',
  async (submitUrl) => {
    const wire = new Wire()
    wire.reply(200, session('sid', submitUrl))
    const { result, do: person } = renderVerification({ wire })
    await person(({ send }) => send(ALICE))
    expect(result.current).toMatchObject({
      step: 'number',
      error: { kind: 'unsafe-submit-url', recovery: 'contact' },
    })
    await person(({ verify }) => verify('123456'))
    expect(wire.submits).toEqual([])
  },
)

it('clears the error of the code before as soon as another is sent', async () => {
  const { wire, result, do: person } = await withCodeSent()
  wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
  await person(({ verify }) => verify('000000'))
  const held = wire.hold()
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ error: null, isPending: true })
  await held.answer({ body: { success: true } })
  await settled()
  expect(inStep(result.current, 'verified').phone.phoneNumber).toBe(ALICE.phoneNumber)
})
