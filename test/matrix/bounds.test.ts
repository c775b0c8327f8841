import { describe, expect, it } from 'vitest'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { accountErrorOf, challenge, PHONE, registered, talkTo, type Reply } from './account.js'
import { connect, failureOf, json, REQUEST, text } from './server.js'

const KIB = 1024
const ALICE = { username: 'alice', password: 'wonderland' }

/** An answer that does not end, and how much of it was taken. */
function endless(status: number, start = '') {
  const taken = { bytes: 0, isGivenUp: false }
  const chunk = new TextEncoder().encode(' '.repeat(16 * KIB))
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
      pull(controller) {
        taken.bytes += chunk.length
        controller.enqueue(chunk)
      },
      cancel() {
        taken.isGivenUp = true
      },
    },
    { highWaterMark: 0 },
  )
  return { taken, response: new Response(stream, { status }) }
}

describe('an answer', () => {
  it('of 64 KiB is read', async () => {
    const body = JSON.stringify({ sid: 'sid.1' }).padEnd(64 * KIB)
    const { client } = connect(() => text(200, body))
    expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
  })

  it('that is longer is none of a homeserver', async () => {
    const body = JSON.stringify({ sid: 'sid.1' }).padEnd(64 * KIB + 1)
    const { client } = connect(() => text(200, body))
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({
      kind: 'bad-response',
      status: 200,
    })
  })

  it.each([
    [200, 'bad-response'],
    [429, 'rate-limited'],
    [502, 'server-error'],
  ])('of status %i that does not end is given up after 64 KiB, as %s', async (status, kind) => {
    const { taken, response } = endless(status, '{"sid": "sid.1"')
    const { client, sent } = connect(() => response)
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind, status })
    expect(taken.bytes).toBeLessThanOrEqual(80 * KIB)
    expect(sent[0]?.init.signal?.aborted).toBe(true)
  })

  it('in pieces that cut a character is read whole', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ sid: 'sid.1', name: '👋' }))
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
        controller.close()
      },
    })
    const { client, sent } = connect(() => new Response(stream))
    expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
    expect(sent[0]?.init.signal?.aborted).toBe(false)
  })

  it('of a stand-in for fetch without a stream has the same bound', async () => {
    const answer = (length: number) => {
      const response = {
        status: 200,
        body: null,
        text: () => Promise.resolve('{"sid":"sid.1"}'.padEnd(length)),
      }
      return response as unknown as Response
    }
    const { client } = connect(({ body }) => answer((body as { send_attempt: number }).send_attempt))
    const call = (length: number) => client.requestTokenToRegisterMSISDN({ ...REQUEST, sendAttempt: length })
    expect(await call(64 * KIB)).toEqual({ sid: 'sid.1' })
    expect(await failureOf(call(64 * KIB + 1))).toMatchObject({ kind: 'bad-response' })
  })

  it('that is nested a thousand times is none, and no fault', async () => {
    const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`
    const { client } = connect(() => text(400, nested))
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({ status: 400 })
  })
})

describe('user-interactive auth', () => {
  const stagesOf = (count: number) => Array.from({ length: count }, (_, at) => `org.example.${at}`)
  const flowsOf = (count: number) => stagesOf(count).map((stage) => [stage, 'm.login.msisdn'])
  const others = { otherStages: () => ({}) }

  it.each<[string, string[][], boolean]>([
    ['32 stages', [[...stagesOf(31), 'm.login.msisdn']], true],
    ['33 stages', [[...stagesOf(32), 'm.login.msisdn']], false],
    ['16 flows', flowsOf(16), true],
    ['17 flows', flowsOf(17), false],
  ])('of %s is begun: %#', async (_, flows, isBegun) => {
    const { client, asked } = talkTo(() => challenge(flows))
    const support = await probePhoneSupport(client, 'register')
    expect(support.status).toBe(isBegun ? 'supported' : 'unknown')
    asked.length = 0
    const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE, others))
    expect(asked).toHaveLength(isBegun ? 2 : 1)
    if (!isBegun) expect(error).toMatchObject({ kind: 'bad-response', recovery: 'retry' })
  })

  it('ends after 12 rounds with a server that always wants something else', async () => {
    const { client, asked } = talkTo((_, round): Reply => {
      const completed = stagesOf(round - 1)
      return challenge([[...completed, `org.example.${round - 1}`, 'm.login.msisdn']], { completed })
    })
    const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE, others))
    expect(error).toMatchObject({ kind: 'bad-response' })
    expect(asked).toHaveLength(12)
  })

  it('of ten stages comes to its end', async () => {
    const flow = [...stagesOf(9), 'm.login.msisdn']
    const { client } = talkTo((_, round) =>
      round > flow.length ? registered : challenge([flow], { completed: flow.slice(0, round - 1) }),
    )
    expect(await registerWithPhone(client, PHONE, ALICE, others)).toMatchObject({
      userId: '@alice:example.org',
    })
  })
})

describe('where the server says it sent the SMS', () => {
  it.each([
    '447700900001',
    '+44 7700 900001',
    '+1 (202) 555-0123',
    '+33 6.12.34.56.78',
    '+49\u00a01522/8817386',
  ])('is %j', async (echo) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', msisdn: echo, intl_fmt: echo }))
    const { msisdn, intlFmt } = await client.requestTokenToRegisterMSISDN(REQUEST)
    expect([msisdn, intlFmt]).toEqual([echo, echo])
  })

  it.each([
    'Your account is locked. Call +1 900 555 0123',
    '+44 7700 900001\nCall us',
    '\u202e+44 7700 900001',
    '<b>447700900001</b>',
    '４４７７００９００００１',
    '1'.repeat(201),
    '',
  ])('is not shown if it is %j', async (echo) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', msisdn: echo, intl_fmt: echo }))
    const { msisdn, intlFmt } = await client.requestTokenToRegisterMSISDN(REQUEST)
    expect([msisdn, intlFmt]).toEqual([undefined, undefined])
  })
})
