import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import type { MatrixClient } from '../../src/matrix/createMatrixClient.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import {
  accountErrorOf,
  challenge,
  clientOf,
  PHONE,
  registered,
  taking,
  talkTo,
  type Reply,
} from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }

const CALLS: [string, (client: MatrixClient) => Promise<unknown>][] = [
  ['registerWithPhone', (client) => registerWithPhone(client, PHONE, ALICE)],
  [
    'resetPasswordWithPhone',
    (client) => resetPasswordWithPhone(client, PHONE, { newPassword: 'wonderland' }),
  ],
  ['addPhoneToAccount', (client) => addPhoneToAccount(client, PHONE)],
]

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('the proof', () => {
  const flows = [['m.login.msisdn']]
  const refused = challenge(flows, { errcode: 'M_UNAUTHORIZED', error: 'no', completed: [] })

  it('that is refused right after a good code is sent once more, a second later', async () => {
    const { client, asked } = talkTo((_, round) =>
      round === 1 ? challenge(flows) : round === 2 ? refused : registered,
    )
    const call = registerWithPhone(client, PHONE, ALICE)
    await vi.advanceTimersByTimeAsync(999)
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(await call).toMatchObject({ userId: '@alice:example.org' })
    expect(asked[2]).toEqual(asked[1])
  })

  it.each([
    ['M_UNAUTHORIZED', refused],
    ['M_SESSION_NOT_VALIDATED', challenge(flows, { errcode: 'M_SESSION_NOT_VALIDATED' })],
    ['M_NO_VALID_SESSION', challenge(flows, { errcode: 'M_NO_VALID_SESSION' })],
    ['M_SESSION_EXPIRED', { status: 400, body: { errcode: 'M_SESSION_EXPIRED' } }],
    ['a 404 without flows', { status: 404, body: { errcode: 'M_NO_VALID_SESSION' } }],
    ['a 401 without flows', { status: 401, body: { errcode: 'M_NO_VALID_SESSION' } }],
    ['a 400 without flows', { status: 400, body: { errcode: 'M_MISSING_PARAM' } }],
  ] as const)('that is refused twice with %s must be made anew', async (_, refusal) => {
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(flows) : refusal))
    const failed = accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await failed).toMatchObject({ kind: 'proof-refused', recovery: 'verify-again' })
    expect(asked).toHaveLength(3)
  })

  it('asks for no second SMS on a server where nobody new can register by phone', async () => {
    const unknownNumber = challenge(flows, { errcode: 'M_THREEPID_NOT_FOUND' })
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(flows) : unknownNumber))
    const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    expect(error).toMatchObject({ kind: 'not-supported', recovery: 'other-way', stage: 'm.login.msisdn' })
    expect(asked).toHaveLength(2)
  })

  it('is not what the refusal of an email address is about', async () => {
    const email = [['m.login.email.identity', 'm.login.msisdn']]
    const refusal = challenge(email, { errcode: 'M_SESSION_NOT_VALIDATED' })
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(email) : refusal))
    const call = registerWithPhone(client, PHONE, ALICE, { otherStages: () => ({}) })
    expect(await accountErrorOf(call)).toMatchObject({ kind: 'stage-refused', recovery: 'answer-stage' })
    expect(asked).toHaveLength(2)
  })

  it.each<[string, Reply]>([
    ['a call that is forbidden', { status: 403, body: { errcode: 'M_FORBIDDEN' } }],
    ['the 401 of a proxy', { status: 401, body: '<html>' }],
  ])('is not what %s is about, and is not sent once more', async (_, refusal) => {
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(flows) : refusal))
    const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    expect(error.recovery).not.toBe('verify-again')
    expect(error.kind).toBe(refusal.status === 403 ? 'registration-closed' : 'bad-response')
    expect(asked).toHaveLength(2)
  })

  it('is not sent once more by a call that was given up meanwhile', async () => {
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(flows) : refused))
    const controller = new AbortController()
    const failed = accountErrorOf(registerWithPhone(client, PHONE, ALICE, { signal: controller.signal }))
    await vi.advanceTimersByTimeAsync(500)
    controller.abort()
    expect(await failed).toMatchObject({ kind: 'timeout', recovery: 'retry' })
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['id.org', undefined, 'abc'],
    ['id.org', 'xyz', 'xyz'],
    ['other.org', undefined, undefined],
  ])(
    'through %s, with the token %s of the app, goes with the token %s',
    async (idServer, idAccessToken, id_access_token) => {
      const identityServer = { idServer: 'id.org', idAccessToken: 'abc' }
      const { client, asked } = talkTo(taking(flows), { identityServer })
      await registerWithPhone(client, { ...PHONE, idServer }, ALICE, { idAccessToken })
      expect(asked[1]?.body['auth']).toEqual({
        type: 'm.login.msisdn',
        session: 'uia',
        threepid_creds: {
          sid: PHONE.sid,
          client_secret: PHONE.clientSecret,
          id_server: idServer,
          id_access_token,
        },
      })
    },
  )

  it('that no identity server was named for is sent without the one of the client', async () => {
    const identityServer = { idServer: 'id.org', idAccessToken: 'abc' }
    const { client, asked } = talkTo(taking(flows), { identityServer })
    await registerWithPhone(client, PHONE, ALICE)
    expect(JSON.stringify(asked)).not.toMatch(/id\.org|abc/)
  })

  it('names the identity server that it was made with', async () => {
    const { client, asked } = talkTo(taking(flows))
    await registerWithPhone(client, { ...PHONE, idServer: 'id.org' }, ALICE, { idAccessToken: 'abc' })
    expect(asked[1]?.body['auth']).toMatchObject({
      threepid_creds: { id_server: 'id.org', id_access_token: 'abc' },
    })
  })
})

describe('a stage', () => {
  it('that cannot be named is refused all the same, and is not named', async () => {
    const odd = 'org.example:odd stage'
    const wanted = challenge([[odd, 'm.login.msisdn']])
    const { client } = talkTo(() => wanted)
    const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE, { otherStages: () => ({}) }))
    expect(error).toMatchObject({ kind: 'stage-refused', recovery: 'answer-stage', stage: undefined })
    expect(error.message).not.toContain(odd)
  })
})

describe('a server', () => {
  it('that forgets every session is not asked for ever', async () => {
    const forgotten = { status: 400, body: { errcode: 'M_UNKNOWN', error: 'Unknown session ID: uia' } }
    const { client, asked } = talkTo(({ body }) =>
      body['auth'] === undefined ? challenge([['m.login.msisdn']]) : forgotten,
    )
    expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
      kind: 'server-error',
    })
    expect(asked).toHaveLength(4)
  })

  it('that gives a new session on the way is followed', async () => {
    const flows = [['m.login.dummy', 'm.login.msisdn']]
    const { client, asked } = talkTo((_, round) => {
      if (round === 1) return challenge(flows)
      return round === 2 ? challenge(flows, { session: 'new', completed: ['m.login.dummy'] }) : registered
    })
    await registerWithPhone(client, PHONE, ALICE)
    expect(asked[2]?.body['auth']).toMatchObject({ session: 'new' })
  })

  it('that forgets what it has taken is not answered for ever', async () => {
    const flows = [['m.login.dummy', 'm.login.msisdn']]
    const { client, asked } = talkTo((_, round) => {
      if (round === 1) return challenge(flows)
      return challenge(flows, { completed: [round % 2 === 0 ? 'm.login.dummy' : 'm.login.msisdn'] })
    })
    expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
      kind: 'bad-response',
    })
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  it('that has everything and asks on is not asked for ever', async () => {
    const flows = [['m.login.msisdn']]
    const { client, asked } = talkTo(() => challenge(flows, { completed: ['m.login.msisdn'] }))
    expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
      kind: 'bad-response',
    })
    expect(asked).toHaveLength(1)
  })

  it('that gives no session is answered without one', async () => {
    const { client, asked } = talkTo((_, round) =>
      round === 1 ? { status: 401, body: { flows: [{ stages: ['m.login.msisdn'] }] } } : registered,
    )
    await registerWithPhone(client, PHONE, ALICE)
    expect(asked[1]?.body['auth']).not.toHaveProperty('session')
  })

  it('that never answers is given up', async () => {
    const { client } = talkTo(() => new Promise<never>(() => undefined), { timeout: 5000 })
    const failed = accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    await vi.advanceTimersByTimeAsync(5000)
    expect(await failed).toMatchObject({ kind: 'timeout', recovery: 'retry' })
  })

  it('that says wait says until when', async () => {
    const { client } = talkTo(
      () => ({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 2000 } }),
      { now: () => 1000 },
    )
    const failed = await accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    expect(failed).toMatchObject({ kind: 'rate-limited', recovery: 'wait', retryAt: 3000 })
  })
})

describe.each(CALLS)('%s', (_, call) => {
  const given = { accessToken: 'token-of-alice' }

  it('does not take the page of a captive portal for a yes', async () => {
    const homeserver = new SimulatedHomeserver({ scenario: 'html-200' })
    expect(await accountErrorOf(call(clientOf(homeserver, given)))).toMatchObject({
      kind: 'bad-response',
      recovery: 'retry',
      status: 200,
    })
  })

  it.each(['a text', 12, false, [[]], [[{}]]])('does not take the JSON of %j for a yes', async (body) => {
    const { client } = talkTo(() => ({ status: 200, body }), given)
    expect(await accountErrorOf(call(client))).toMatchObject({ kind: 'bad-response' })
  })

  it.each(['m_forbidden', 42, 'M_UNKNOWN'])(
    'does not take the errcode %j in a 200 for a yes',
    async (errcode) => {
      const { client } = talkTo(
        () => ({ status: 200, body: { errcode, user_id: '@alice:example.org' } }),
        given,
      )
      expect(await accountErrorOf(call(client))).toMatchObject({ status: 200 })
    },
  )

  it.each([
    [429, {}],
    [503, { 'Retry-After': '120' }],
  ])('reads a %i with the headers %j as a wait', async (status, headers) => {
    const { client } = talkTo(() => ({ status, headers, body: 'busy' }), { ...given, now: () => 0 })
    expect(await accountErrorOf(call(client))).toMatchObject({
      kind: 'rate-limited',
      recovery: 'wait',
      retryAt: status === 503 ? 120_000 : 60_000,
    })
  })
})
