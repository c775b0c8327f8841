import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuthStage } from '../../src/matrix/authStages.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import {
  accountErrorOf,
  bodiesTo,
  challenge,
  clientOf,
  PHONE,
  prove,
  registered,
  talkTo,
  type Asked,
  type Reply,
} from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

/** A server that takes every stage of its flows, one after another. */
function taking(flows: string[][]) {
  const completed: string[] = []
  return ({ body }: Asked): Reply => {
    const { type } = (body['auth'] ?? {}) as { type?: string }
    if (type !== undefined) completed.push(type)
    const isDone = flows.some((stages) => stages.every((stage) => completed.includes(stage)))
    return isDone ? registered : challenge(flows, { completed: [...completed] })
  }
}

function stagesSent(asked: readonly Asked[]): (string | undefined)[] {
  return asked.slice(1).map(({ body }) => (body['auth'] as { type?: string }).type)
}

describe('the flow', () => {
  it('is the one with the phone, and not the shorter one without', async () => {
    const { client, asked } = talkTo(taking([['m.login.dummy'], ['m.login.msisdn']]))
    await registerWithPhone(client, PHONE, ALICE)
    expect(stagesSent(asked)).toEqual(['m.login.msisdn'])
  })

  it('is the one that leaves least to the app', async () => {
    const flows = [
      ['m.login.recaptcha', 'm.login.msisdn'],
      ['m.login.msisdn', 'm.login.dummy'],
    ]
    const { client, asked } = talkTo(taking(flows))
    await registerWithPhone(client, PHONE, ALICE, { otherStages: () => ({}) })
    expect(stagesSent(asked)).toEqual(['m.login.msisdn', 'm.login.dummy'])
  })

  it('is one that the app can finish, however long', async () => {
    const flows = [
      ['m.login.recaptcha', 'm.login.msisdn'],
      ['m.login.terms', 'm.login.registration_token', 'm.login.msisdn'],
    ]
    const { client, asked } = talkTo(taking(flows))
    const stages = { 'm.login.terms': () => ({}), 'm.login.registration_token': () => ({ token: 'abc' }) }
    await registerWithPhone(client, PHONE, ALICE, { stages })
    expect(stagesSent(asked)).toEqual(flows[1])
  })

  it('asks for nothing before it is known that the app can finish it', async () => {
    const terms = vi.fn(() => ({}))
    const { client, asked } = talkTo(taking([['m.login.terms', 'm.login.recaptcha', 'm.login.msisdn']]))
    const call = registerWithPhone(client, PHONE, ALICE, { stages: { 'm.login.terms': terms } })
    expect(await accountErrorOf(call)).toMatchObject({
      kind: 'stage-unanswered',
      recovery: 'other-way',
      stage: 'm.login.recaptcha',
    })
    expect(terms).not.toHaveBeenCalled()
    expect(asked).toHaveLength(1)
  })

  it.each([[[['m.login.dummy']]], [[['m.login.email.identity']]], [[]], [[[]]]])(
    'is not there among %j, so the account is not made without the number',
    async (flows) => {
      const { client, asked } = talkTo(() => challenge(flows))
      expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
        kind: 'not-supported',
        recovery: 'other-way',
      })
      expect(asked).toHaveLength(1)
    },
  )

  it('is not looked for in names that every object has', async () => {
    const { client } = talkTo(() => challenge([['constructor', 'm.login.msisdn']]))
    expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE, { stages: {} }))).toMatchObject({
      kind: 'stage-unanswered',
      stage: 'constructor',
    })
  })
})

describe('a stage of the app', () => {
  const registrationFlows = [
    ['m.login.recaptcha', 'm.login.terms', 'm.login.registration_token', 'm.login.msisdn'],
  ]

  it('is handed over in order, with what is needed to show it', async () => {
    const homeserver = new SimulatedHomeserver({ registrationFlows })
    const phone = await prove(homeserver)
    const seen: AuthStage[] = []
    const answers: Record<string, Record<string, unknown>> = {
      'm.login.recaptcha': { response: 'puzzle' },
      'm.login.terms': {},
      'm.login.registration_token': { token: 'invited' },
    }
    const otherStages = (stage: AuthStage) => {
      seen.push(stage)
      return answers[stage.type] ?? {}
    }
    await registerWithPhone(clientOf(homeserver), phone, ALICE, { otherStages })
    expect(seen.map(({ type }) => type)).toEqual(registrationFlows[0]?.slice(0, 3))
    expect(seen[0]?.params).toHaveProperty('public_key')
    expect(seen[1]?.params).toHaveProperty('policies')
    const session = seen[0]?.session
    expect(session).toEqual(expect.any(String))
    expect(seen[0]?.fallbackUrl).toBe(
      `${homeserver.baseUrl}/_matrix/client/v3/auth/m.login.recaptcha/fallback/web?session=${String(session)}`,
    )
    const [, captcha] = bodiesTo(homeserver, 'register')
    expect(captcha?.['auth']).toEqual({ response: 'puzzle', type: 'm.login.recaptcha', session })
    expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
  })

  it('that is refused ends the call, and the next call asks for that stage again and no other', async () => {
    const homeserver = new SimulatedHomeserver({ registrationFlows })
    const phone = await prove(homeserver)
    const client = clientOf(homeserver)
    const [captcha, terms] = [vi.fn(() => ({ response: 'puzzle' })), vi.fn(() => ({}))]
    const stages = { 'm.login.recaptcha': captcha, 'm.login.terms': terms }
    const wrong = { ...stages, 'm.login.registration_token': () => ({ token: '' }) }
    expect(await accountErrorOf(registerWithPhone(client, phone, ALICE, { stages: wrong }))).toMatchObject({
      kind: 'stage-refused',
      recovery: 'answer-stage',
      stage: 'm.login.registration_token',
    })
    const right = { ...stages, 'm.login.registration_token': () => ({ token: 'invited' }) }
    await registerWithPhone(client, phone, ALICE, { stages: right })
    expect(captcha).toHaveBeenCalledTimes(1)
    expect(terms).toHaveBeenCalledTimes(1)
  })

  it('that was done on the fallback page is asked about by its session alone', async () => {
    const flows = [['m.login.email.identity', 'm.login.msisdn']]
    const { client, asked } = talkTo((_, round) => {
      if (round === 1) return challenge(flows)
      return round === 2 ? challenge(flows, { completed: ['m.login.email.identity'] }) : registered
    })
    await registerWithPhone(client, PHONE, ALICE, { otherStages: () => 'elsewhere' })
    expect(asked[1]?.body['auth']).toEqual({ session: 'uia' })
  })

  it('that was not done on the fallback page after all ends the call', async () => {
    const { client, asked } = talkTo(() =>
      challenge([['m.login.terms', 'm.login.msisdn']], { completed: [] }),
    )
    const call = registerWithPhone(client, PHONE, ALICE, { otherStages: () => 'elsewhere' })
    expect(await accountErrorOf(call)).toMatchObject({ kind: 'stage-refused', stage: 'm.login.terms' })
    expect(asked).toHaveLength(2)
  })

  it('can be given up while the person looks at it, and the next call starts afresh', async () => {
    const { client } = talkTo(taking([['m.login.terms', 'm.login.msisdn']]))
    const controller = new AbortController()
    const never = () => new Promise<never>(() => undefined)
    const call = registerWithPhone(client, PHONE, ALICE, { otherStages: never, signal: controller.signal })
    await vi.advanceTimersByTimeAsync(0)
    controller.abort()
    expect(await accountErrorOf(call)).toMatchObject({ kind: 'stage-abandoned' })
    await registerWithPhone(client, PHONE, ALICE, { otherStages: () => ({}) })
  })
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
    ['M_THREEPID_NOT_FOUND', challenge(flows, { errcode: 'M_THREEPID_NOT_FOUND' })],
    ['a 401 without flows', { status: 401, body: { errcode: 'M_NO_VALID_SESSION' } }],
    ['a 400 without flows', { status: 400, body: { errcode: 'M_MISSING_PARAM' } }],
  ] as const)('that is refused twice with %s must be made anew', async (_, refusal) => {
    const { client, asked } = talkTo((_, round) => (round === 1 ? challenge(flows) : refusal))
    const failed = accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await failed).toMatchObject({ kind: 'proof-refused', recovery: 'verify-again' })
    expect(asked).toHaveLength(3)
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

  it('names the identity server that it was made with', async () => {
    const { client, asked } = talkTo(taking(flows))
    await registerWithPhone(client, { ...PHONE, idServer: 'id.org' }, ALICE, { idAccessToken: 'abc' })
    expect(asked[1]?.body['auth']).toMatchObject({
      threepid_creds: { id_server: 'id.org', id_access_token: 'abc' },
    })
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
