import { describe, expect, it } from 'vitest'
import { connect, failureOf, json, REQUEST, SUBMISSION, text } from './server.js'

const NOW = Date.UTC(2026, 10, 21, 12, 0, 0)
const SECOND = 1000
const MINUTE = 60 * SECOND
const DAY = 24 * 60 * MINUTE
const GUESS = MINUTE

const inSeconds = (seconds: number) => new Date(NOW + seconds * SECOND).toUTCString()

async function limited(headers: Record<string, string>, body: object = {}, status = 429) {
  const answer = () => json(status, { errcode: 'M_LIMIT_EXCEEDED', ...body }, headers)
  const { client } = connect(answer, { now: () => NOW })
  const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
  expect(error).toMatchObject({ kind: 'rate-limited', recovery: 'wait', status })
  return { wait: (error.retryAt ?? Number.NaN) - NOW, isGuess: error.retryAtIsGuess }
}

describe('Retry-After', () => {
  it.each([
    ['0', 0],
    ['1', SECOND],
    ['333', 333 * SECOND],
    [' 5 ', 5 * SECOND],
    ['1.5', 1500],
    ['86400', DAY],
    ['99999999', DAY],
    ['9'.repeat(400), DAY],
    [inSeconds(120), 120 * SECOND],
    [inSeconds(0), 0],
    [inSeconds(-3600), 0],
    [inSeconds(10 * 86_400), DAY],
    ['Saturday, 21-Nov-26 12:02:00 GMT', 120 * SECOND],
  ])('"%s" is a wait of %i ms', async (header, wait) => {
    expect(await limited({ 'Retry-After': header })).toEqual({ wait, isGuess: false })
  })

  it.each([
    '',
    'soon',
    'soon 1',
    '-5',
    '+5',
    '1,5',
    '5s',
    '0x10',
    'NaN',
    'Infinity',
    '1e3',
    'Xyz, 99 Nov',
    '2026-11-22',
  ])('"%s" is no hint: the wait is our own', async (header) => {
    expect(await limited({ 'Retry-After': header })).toEqual({ wait: GUESS, isGuess: true })
  })

  it('as a date counts from the server’s own clock where its answer tells the time', async () => {
    const headers = { Date: inSeconds(-7200), 'Retry-After': inSeconds(-7200 + 90) }
    expect(await limited(headers)).toEqual({ wait: 90 * SECOND, isGuess: false })
  })

  it('as a date counts from our clock where the server’s is garbage', async () => {
    const headers = { Date: 'yesterday 1', 'Retry-After': inSeconds(90) }
    expect(await limited(headers)).toEqual({ wait: 90 * SECOND, isGuess: false })
  })
})

describe('retry_after_ms', () => {
  it.each([
    [0, 0],
    [2000, 2000],
    [332_865, 332_865],
    [1500.5, 1500.5],
    ['2000', 2000],
    ['1500.5', 1500.5],
    [1e300, DAY],
    ['99999999999999', DAY],
  ])('%j is a wait of %d ms', async (hint, wait) => {
    expect(await limited({}, { retry_after_ms: hint })).toEqual({ wait, isGuess: false })
  })

  it.each([[-1], ['-5'], [null], [''], [' '], ['soon'], ['NaN'], ['Infinity'], [[]], [{}], [true], [[5000]]])(
    '%j is no hint: the wait is our own',
    async (hint) => {
      expect(await limited({}, { retry_after_ms: hint })).toEqual({ wait: GUESS, isGuess: true })
    },
  )

  it.each(['NaN', 'Infinity', '1e999'])('%s, which is no JSON or no number, is no hint', async (hint) => {
    const { client } = connect(() => text(429, `{"retry_after_ms": ${hint}}`), { now: () => NOW })
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'rate-limited', retryAt: NOW + GUESS, retryAtIsGuess: true })
  })
})

describe('both', () => {
  it.each([
    ['10', 20_000, 20 * SECOND],
    ['20', 10_000, 20 * SECOND],
    ['soon', 10_000, 10 * SECOND],
    ['10', -1, 10 * SECOND],
    [inSeconds(30), 5000, 30 * SECOND],
  ])('Retry-After "%s" and retry_after_ms %d: the later counts', async (header, hint, wait) => {
    const both = await limited({ 'Retry-After': header }, { retry_after_ms: hint })
    expect(both).toEqual({ wait, isGuess: false })
  })
})

describe('too many requests', () => {
  it.each(['M_UNKNOWN', 'M_LIMIT_EXCEEDED', 'M_FORBIDDEN', 'M_THREEPID_IN_USE', undefined])(
    'is what 429 %s means, for a number and for a code',
    async (errcode) => {
      const { client } = connect(() => json(429, { errcode }), { now: () => NOW })
      const asked = await failureOf(client.requestTokenTo3PIDMSISDN(REQUEST))
      const submitted = await failureOf(client.submitToken(SUBMISSION))
      const expected = { kind: 'rate-limited', recovery: 'wait', retryAt: NOW + GUESS, retryAtIsGuess: true }
      expect(asked).toMatchObject(expected)
      expect(submitted).toMatchObject(expected)
    },
  )

  it('is what M_LIMIT_EXCEEDED means under any status', async () => {
    for (const status of [200, 400, 403, 500, 503])
      expect(await limited({}, { retry_after_ms: 7000 }, status)).toEqual({ wait: 7000, isGuess: false })
  })

  it('may be said in HTML by a proxy', async () => {
    const headers = { 'Content-Type': 'text/html', 'Retry-After': '30' }
    const { client } = connect(() => text(429, '<html>slow down</html>', headers), { now: () => NOW })
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'rate-limited', retryAt: NOW + 30 * SECOND, retryAtIsGuess: false })
  })

  it('is what a 503 with Retry-After comes to', async () => {
    const { client } = connect(() => text(503, '<html></html>', { 'Retry-After': '120' }), { now: () => NOW })
    for (const call of [client.requestTokenToRegisterMSISDN(REQUEST), client.submitToken(SUBMISSION)])
      expect(await failureOf(call)).toMatchObject({
        kind: 'rate-limited',
        recovery: 'wait',
        status: 503,
        retryAt: NOW + 120 * SECOND,
      })
  })

  it('is not what other errors say, even with a Retry-After', async () => {
    const { client } = connect(() => json(500, { errcode: 'M_UNKNOWN' }, { 'Retry-After': '120' }))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'server-error', retryAt: undefined, retryAtIsGuess: false })
  })

  it('is counted from when the answer came', async () => {
    let now = NOW
    const { client } = connect(
      () => {
        now += 10 * SECOND
        return json(429, { retry_after_ms: 5000 })
      },
      { now: () => now },
    )
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error.retryAt).toBe(NOW + 15 * SECOND)
  })
})
