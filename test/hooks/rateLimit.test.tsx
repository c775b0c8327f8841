import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ALICE, BOB, inStep, renderVerification } from '../support/hooks.js'
import { advance, MINUTE, SECOND } from '../support/time.js'
import { BASE_URL, Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const DAY = 24 * 60 * MINUTE

it.each<[string, unknown, Record<string, string>, number]>([
  ['retry_after_ms', { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 333_000 }, {}, 333_000],
  ['retry_after_ms as text', { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: '5000' }, {}, 5000],
  ['a Retry-After in seconds', { errcode: 'M_LIMIT_EXCEEDED' }, { 'Retry-After': '120' }, 120_000],
  ['a Retry-After as a date', {}, { 'Retry-After': 'Thu, 01 Jan 2026 00:02:00 GMT' }, 2 * MINUTE],
  ['both, of which the later counts', { retry_after_ms: 1000 }, { 'Retry-After': '7' }, 7000],
  ['an insane number', { retry_after_ms: 1e15 }, {}, DAY],
  ['no hint', { errcode: 'M_UNKNOWN', error: 'Limit exceeded for this number' }, {}, MINUTE],
  ['no hint from a proxy', '<html>Too many requests</html>', {}, MINUTE],
  ['a negative number', { retry_after_ms: -1 }, {}, MINUTE],
])('waits as long as the server says with %s', async (_, body, headers, wait) => {
  vi.setSystemTime('2026-01-01T00:00:00Z')
  const wire = new Wire()
  const now = () => Date.now()
  const { result, do: person } = renderVerification({ wire, now, homeserver: wire.client({ now }) })
  wire.reply(429, body, headers)
  await person(({ send }) => send(ALICE))
  expect(result.current).toMatchObject({
    step: 'number',
    isPending: false,
    error: { kind: 'rate-limited', recovery: 'wait', retryAt: Date.now() + wait },
  })
})

it('sends nothing and shows the refusal again until the wait is over', async () => {
  const { wire, result, do: person } = renderVerification()
  wire.reply(429, { retry_after_ms: 10_000 })
  await person(({ send }) => send(ALICE))
  const { error } = result.current
  await advance(10 * SECOND - 1)
  await person(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(1)
  expect(result.current.error).toBe(error)

  await advance(1)
  await person(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(2)
  expect(wire.sends[1]).toEqual(wire.sends[0])
  expect(result.current).toMatchObject({ step: 'code', error: null })
})

it('holds the wait for another number and after a reset', async () => {
  const { wire, result, do: person } = renderVerification()
  wire.reply(429, { retry_after_ms: 10_000 })
  await person(({ send }) => send(ALICE))
  await person(({ send }) => send(BOB))
  expect(result.current).toMatchObject({ step: 'number', error: { kind: 'rate-limited' } })
  await person(({ reset }) => reset())
  expect(result.current.error).toBeNull()
  await person(({ send }) => send(BOB))
  expect(wire.sends).toHaveLength(1)
  expect(result.current).toMatchObject({ step: 'number', error: { kind: 'rate-limited' } })

  await advance(10 * SECOND)
  await person(({ send }) => send(BOB))
  expect(wire.sends).toHaveLength(2)
  expect(result.current.step).toBe('code')
})

it('doubles the wait of a server that gives no hint, shows it, and begins anew after a yes', async () => {
  const { wire, result, do: person } = renderVerification()
  const waits: number[] = []
  for (let refusal = 1; refusal <= 6; refusal += 1) {
    wire.reply(429, { errcode: 'M_UNKNOWN' })
    await person(({ send }) => send(ALICE))
    const wait = (result.current.error?.retryAt ?? 0) - Date.now()
    waits.push(wait / MINUTE)
    await advance(wait - 1)
    await person(({ send }) => send(ALICE))
    expect(wire.sends).toHaveLength(refusal)
    await advance(1)
  }
  expect(waits).toEqual([1, 2, 4, 8, 15, 15])

  await person(({ send }) => send(ALICE))
  expect(result.current.step).toBe('code')
  wire.reply(429, { errcode: 'M_UNKNOWN' })
  await person(({ send }) => send(BOB))
  expect((result.current.error?.retryAt ?? 0) - Date.now()).toBe(MINUTE)
})

it('counts down to the server’s word where that is later than the own delay', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  await advance(30 * SECOND)
  wire.reply(429, { retry_after_ms: 333_000 })
  await person(({ resend }) => resend())
  expect(inStep(result.current, 'code').resendAt - Date.now()).toBe(333_000)
  await advance(332_000)
  await person(({ resend }) => resend())
  expect(wire.sends).toHaveLength(2)
  await advance(1000)
  await person(({ resend }) => resend())
  expect(wire.sends).toHaveLength(3)
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 2, error: null })
})

it('stays on the code step when the server takes no more codes for a while', async () => {
  const { wire, result, do: person } = renderVerification()
  await person(({ send }) => send(ALICE))
  wire.reply(429, { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 5000 })
  await person(({ verify }) => verify('123456'))
  expect(result.current).toMatchObject({ step: 'code', error: { kind: 'rate-limited', recovery: 'wait' } })
  await advance(5000)
  await person(({ verify }) => verify('123456'))
  expect(result.current.step).toBe('verified')
})

it('reads a 503 with a Retry-After as a wait', async () => {
  const { wire, result, do: person } = renderVerification()
  wire.reply(503, '<html>', { 'Retry-After': '30' })
  await person(({ send }) => send(ALICE))
  expect(result.current.error).toMatchObject({ kind: 'rate-limited', status: 503 })
})

it('counts a wait by the clock of the app also where the homeserver is a base URL', async () => {
  const wire = new Wire()
  vi.stubGlobal('fetch', wire.fetch)
  onTestFinished(() => void vi.unstubAllGlobals())
  wire.reply(429, { retry_after_ms: 1000 })
  const { result, do: person } = renderVerification({ homeserver: BASE_URL, now: () => 5_000_000 })
  await person(({ send }) => send(ALICE))
  expect(result.current.error).toMatchObject({ kind: 'rate-limited', retryAt: 5_001_000 })
})
