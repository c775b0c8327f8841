import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AccountError } from '../../src/matrix/AccountError.js'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import type { AuthStage } from '../../src/matrix/authStages.js'
import type { MatrixClient } from '../../src/matrix/createMatrixClient.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { everythingOf } from '../support/everythingOf.js'
import { accountErrorOf, challenge, PHONE, talkTo, type Reply } from './account.js'
import { PURPOSES } from './serve.js'

const PASSWORD = 'wonderland-7'
const TOKEN = 'syt_YWxpY2U_token'
/** What the server was sent, alone and in what could pass for a stage or an errcode. */
const SECRETS = [PASSWORD, TOKEN, PHONE.sid, PHONE.clientSecret, PHONE.phoneNumber.slice(1)]
const ECHOES = SECRETS.flatMap((secret) => [
  secret,
  `m.${secret}`,
  `M_${secret}`,
  `x${secret}`,
  secret.slice(1),
])

/** Any text at all: every script, control characters, and halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    maxLength: 20,
  }),
  fc.constantFrom('\ud800', '.', '..', '%2e%2e', '/', '', '__proto__', 'constructor', ...ECHOES),
)

const stage = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('m.login.dummy', 'm.login.password', 'm.login.terms', 'm.login.recaptcha'),
  },
  { weight: 4, arbitrary: fc.constant('m.login.msisdn') },
  anyText,
)

const flows = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: fc.record({ stages: fc.array(stage, { maxLength: 6 }) }) },
    fc.record({ stages: fc.array(stage, { minLength: 30, maxLength: 60 }) }),
    fc.jsonValue(),
  ),
  { maxLength: 20 },
)

const body = fc.oneof(
  fc.record(
    {
      flows: fc.oneof({ weight: 10, arbitrary: flows }, fc.jsonValue()),
      completed: fc.oneof(fc.array(stage, { maxLength: 5 }), fc.jsonValue()),
      params: fc.oneof(fc.dictionary(stage, fc.jsonValue()), fc.jsonValue()),
      session: fc.oneof(anyText, fc.jsonValue()),
      errcode: fc.oneof(anyText, fc.constantFrom('M_FORBIDDEN', 'M_UNKNOWN'), fc.jsonValue()),
      error: fc.oneof(anyText, fc.jsonValue()),
      retry_after_ms: fc.jsonValue(),
      user_id: fc.oneof(anyText, fc.jsonValue()),
      expires_in_ms: fc.jsonValue(),
    },
    { requiredKeys: ['flows'] },
  ),
  fc.jsonValue(),
)

const status = fc.oneof(
  { weight: 5, arbitrary: fc.constant(401) },
  fc.constantFrom(200, 400, 403, 404, 429, 500, 502),
)
const replies = fc.array(fc.record({ status, body }), { minLength: 1, maxLength: 6 })

const calls: ((client: MatrixClient, options: object) => Promise<unknown>)[] = [
  (client, options) => registerWithPhone(client, PHONE, { username: 'alice', password: PASSWORD }, options),
  (client, options) => resetPasswordWithPhone(client, PHONE, { newPassword: PASSWORD }, options),
  (client, options) => addPhoneToAccount(client, PHONE, { userId: 'alice', password: PASSWORD }, options),
]

it('whatever a server asks for, a call ends in twelve rounds, with an error of ours that repeats nothing', async () => {
  await fc.assert(
    fc.asyncProperty(replies, fc.constantFrom(...calls), async (told, call) => {
      // A refused proof is sent once more a second later, which is another test's time.
      const controller = new AbortController()
      const { client, asked } = talkTo(
        (_, round): Reply => {
          if (round > 20) throw new Error('it does not end')
          return told[(round - 1) % told.length] ?? { status: 500 }
        },
        { accessToken: TOKEN },
      )
      const otherStages = ({ fallbackUrl }: AuthStage) => {
        expect(fallbackUrl).toMatch(
          /^https:\/\/matrix\.example\.org\/_matrix\/client\/v3\/auth\/[^/]+\/fallback\/web/,
        )
        expect(new URL(fallbackUrl).pathname).toMatch(/^\/_matrix\/client\/v3\/auth\/[^/]+\/fallback\/web$/)
        return {}
      }
      const running = call(client, { otherStages, signal: controller.signal })
      const waiting = setTimeout(() => controller.abort(), 20)
      const error: unknown = await running.then(
        () => undefined,
        (cause: unknown) => cause,
      )
      clearTimeout(waiting)
      expect(asked.length).toBeLessThanOrEqual(12)
      if (error === undefined) return
      expect(error).toBeInstanceOf(AccountError)
      const shown = everythingOf(error)
      for (const secret of SECRETS) expect(shown).not.toContain(secret)
    }),
    { numRuns: 1500 },
  )
}, 120_000)

it('whatever a server answers, the probe has an answer', async () => {
  await fc.assert(
    fc.asyncProperty(replies, fc.constantFrom(...PURPOSES), async (told, purpose) => {
      const { client } = talkTo((_, round) => told[(round - 1) % told.length] ?? { status: 500 }, {
        accessToken: TOKEN,
      })
      const { status } = await probePhoneSupport(client, purpose)
      expect(['supported', 'unsupported', 'unknown']).toContain(status)
    }),
    { numRuns: 800 },
  )
}, 120_000)

describe('a stage', () => {
  const ask = (stage: string, options: object = {}) => {
    const { client } = talkTo(() => challenge([[stage, 'm.login.msisdn']]))
    return accountErrorOf(
      registerWithPhone(client, PHONE, { username: 'alice', password: PASSWORD }, options),
    )
  }

  it.each(ECHOES)('that is called %s is another stage, and is not repeated', async (stage) => {
    const error = await ask(stage)
    expect(error).toMatchObject({ kind: 'stage-unanswered', stage: undefined })
    expect(error.message).toContain('another stage')
    expect(everythingOf(error)).not.toContain(stage)
  })

  it('that the app itself has named is named', async () => {
    const error = await ask('org.example.puzzle', {
      stages: { 'org.example.puzzle': () => Promise.reject(new Error()) },
    })
    expect(error).toMatchObject({ kind: 'stage-abandoned', stage: 'org.example.puzzle' })
  })

  it.each(['.', '..', ''])('that is called %j leads to no other page', async (stage) => {
    const asked: string[] = []
    const otherStages = ({ fallbackUrl }: AuthStage) => asked.push(fallbackUrl)
    expect(await ask(stage, { otherStages })).toMatchObject({ kind: 'bad-response' })
    expect(asked).toEqual([])
  })

  it.each([
    ['a number without an end', { token: 1n }],
    [
      'itself',
      (() => {
        const circle: Record<string, unknown> = {}
        circle['circle'] = circle
        return circle
      })(),
    ],
  ])('that the app answers with %s ends with an error of ours', async (_, answer) => {
    const error = await ask('m.login.terms', { otherStages: () => answer })
    expect(error).toMatchObject({ kind: 'stage-abandoned', recovery: 'answer-stage' })
  })
})

it('half a surrogate pair as a session is carried, and is no fault', async () => {
  const terms = challenge([['m.login.terms', 'm.login.msisdn']], { session: '\ud800' })
  const seen: AuthStage[] = []
  const otherStages = (stage: AuthStage) => {
    seen.push(stage)
    return Promise.reject(new Error('closed'))
  }
  const { client } = talkTo(() => terms)
  const error = await accountErrorOf(registerWithPhone(client, PHONE, { username: 'alice' }, { otherStages }))
  expect(error).toMatchObject({ kind: 'stage-abandoned' })
  expect(seen[0]?.session).toBe('\ud800')
  expect(seen[0]?.fallbackUrl).toMatch(/\?session=%EF%BF%BD$/)
})
