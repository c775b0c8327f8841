import { beforeEach, expect, it, vi } from 'vitest'
import { ALICE, inStep, renderVerification } from '../support/hooks.js'
import { advance, HOUR, MINUTE, SECOND } from '../support/time.js'
import { session, type Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const attempts = (wire: Wire) => wire.sends.map((body) => body['send_attempt'])
const secrets = (wire: Wire) => new Set(wire.sends.map((body) => body['client_secret']))

it('does nothing before its time, and sends the next attempt of the same secret after it', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  const { resendAt } = inStep(result.current, 'code')
  expect(resendAt - Date.now()).toBe(30 * SECOND)

  await advance(30 * SECOND - 1)
  await person(({ resend }) => resend())
  expect(wire.sends).toHaveLength(1)

  await advance(1)
  await person(({ resend }) => resend())
  expect(attempts(wire)).toEqual([1, 2])
  expect(secrets(wire)).toHaveLength(1)
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 2, error: null })
})

it('does nothing on the number step', async () => {
  const { wire, do: person } = renderVerification()
  await person(({ resend }) => resend())
  await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  await person(({ changeNumber }) => changeNumber())
  await person(({ resend }) => resend())
  expect(wire.sends).toHaveLength(1)
})

it('waits longer after every SMS, up to a quarter of an hour', async () => {
  const { result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  const waits: number[] = []
  for (let sent = 1; sent <= 7; sent += 1) {
    const wait = inStep(result.current, 'code').resendAt - Date.now()
    waits.push(wait / SECOND)
    await advance(wait)
    await person(({ resend }) => resend())
  }
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900])
})

it.each([
  ['a number', 5000, 5000],
  ['a function of how many were sent', (sent: number) => sent * 7000, 7000],
  ['a negative number', -1, 0],
  ['a number that is none', Number.NaN, 15 * MINUTE],
  ['an endless number', Number.POSITIVE_INFINITY, 15 * MINUTE],
  ['a function that gives none', () => Number.NaN, 15 * MINUTE],
])('waits as long as the app says with %s', async (_, resendDelay, wait) => {
  const { result, do: person } = renderVerification({ resendDelay })
  await person(({ send }) => send(ALICE))
  expect(inStep(result.current, 'code').resendAt - Date.now()).toBe(wait)
})

it('goes on with the session and the address that the newest answer names', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  wire.reply(200, { sid: 'newer', submit_url: 'https://other.example.org/submit' })
  await person(({ resend }) => resend())
  await person(({ verify }) => verify('123456'))
  expect(wire.requests.at(-1)?.url).toBe('https://other.example.org/submit')
  expect(wire.submits).toMatchObject([{ sid: 'newer', client_secret: wire.sends[0]?.['client_secret'] }])
  expect(inStep(result.current, 'verified').phone.sid).toBe('newer')
})

const failures: [string, (wire: Wire) => void, string][] = [
  ['the network is down', (wire) => wire.loseConnection(), 'offline'],
  ['the gateway is down', (wire) => wire.reply(502, '<html>Bad gateway</html>'), 'server-error'],
  ['the server asks to wait', (wire) => wire.reply(429, { retry_after_ms: 1000 }), 'rate-limited'],
  ['the answer makes no sense', (wire) => wire.reply(200, {}), 'bad-response'],
]

it.each(failures)('keeps the code step and the older code when %s', async (_, fail, kind) => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await advance(MINUTE)
  fail(wire)
  await person(({ resend }) => resend())
  expect(result.current).toMatchObject({ step: 'code', isPending: false, error: { kind } })

  await person(({ verify }) => verify('123456'))
  expect(wire.submits).toMatchObject([{ sid: 'sid1' }])
  expect(result.current).toMatchObject({ step: 'verified', error: null })
})

it.each(failures)(
  'repeats the same attempt on "try again" after %s, and nothing by itself',
  async (_, fail) => {
    const { wire, result, do: person } = renderVerification()
    await person(({ send }) => send(ALICE))
    await advance(MINUTE)
    fail(wire)
    await person(({ resend }) => resend())
    await advance(HOUR)
    expect(wire.sends).toHaveLength(2)

    await person(({ resend }) => resend())
    expect(attempts(wire)).toEqual([1, 2, 2])
    expect(secrets(wire)).toHaveLength(1)
    expect(result.current).toMatchObject({ step: 'code', sendAttempt: 2, error: null })
  },
)

it.each(failures)('repeats the first attempt on "try again" after %s', async (_, fail) => {
  const { wire, result, do: person } = renderVerification()
  fail(wire)
  await person(({ send }) => send(ALICE))
  expect(result.current.step).toBe('number')
  await advance(MINUTE)
  expect(wire.sends).toHaveLength(1)
  await person(({ send }) => send(ALICE))
  expect(wire.sends[1]).toEqual(wire.sends[0])
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 1, error: null })
})

it('gives up after 70 seconds and keeps the attempt', async () => {
  const { wire, result, do: person } = renderVerification()
  wire.hold()
  await person(({ send }) => send(ALICE))
  await advance(70 * SECOND - 1)
  expect(result.current).toMatchObject({ isPending: true, error: null })
  await advance(1)
  expect(result.current).toMatchObject({
    step: 'number',
    isPending: false,
    error: { kind: 'timeout', recovery: 'retry' },
  })
  await person(({ send }) => send(ALICE))
  expect(wire.sends[1]).toEqual(wire.sends[0])
})

it('counts the waiting time from the answer, not from the question', async () => {
  const { wire, result, do: person } = renderVerification()
  const held = wire.hold()
  await person(({ send }) => send(ALICE))
  await advance(45 * SECOND)
  await held.answer({ body: session() })
  expect(inStep(result.current, 'code').resendAt - Date.now()).toBe(30 * SECOND)
})
