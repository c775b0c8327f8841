import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuthStage, StageHandler } from '../../src/matrix/authStages.js'
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
  taking,
  talkTo,
  type Asked,
} from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

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
      stage: undefined,
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

  it('is answered in the session and for the type that the server gave, whatever the app says', async () => {
    const { client, asked } = talkTo(taking([['m.login.terms', 'm.login.msisdn']]))
    const otherStages = () => ({ session: 'another', type: 'm.login.dummy', token: 'abc' })
    await registerWithPhone(client, PHONE, ALICE, { otherStages })
    expect(asked[1]?.body['auth']).toEqual({ session: 'uia', type: 'm.login.terms', token: 'abc' })
  })

  it('has its fallback page in the session of the server, whatever that is called', async () => {
    const flows = [['m.login.terms', 'm.login.msisdn']]
    const { client } = talkTo(() => challenge(flows, { session: 'a&b=c/d' }))
    const otherStages = vi.fn<StageHandler>().mockRejectedValue(new Error('closed'))
    await accountErrorOf(registerWithPhone(client, PHONE, ALICE, { otherStages }))
    const { searchParams } = new URL(otherStages.mock.calls[0]?.[0].fallbackUrl ?? '')
    expect([...searchParams]).toEqual([['session', 'a&b=c/d']])
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
