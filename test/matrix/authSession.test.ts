import { describe, expect, it } from 'vitest'
import { addPhoneFor, addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { inAuthSession, type AuthSession } from '../../src/matrix/authSessions.js'
import type { MatrixClient } from '../../src/matrix/createMatrixClient.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { accountErrorOf, challenge, clientOf, PHONE, prove, registered, talkTo } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }
const MSISDN = [['m.login.msisdn']]

describe('an unfinished session', () => {
  const unfinished = challenge([['m.login.sso', 'm.login.msisdn']])

  it.each<[string, unknown, Partial<MatrixClient>, Partial<VerifiedPhone>]>([
    ['the same call', { session: 'uia' }, {}, {}],
    ['a call with another number', undefined, {}, { sid: 'sid.2' }],
    ['a call with another proof', undefined, {}, { clientSecret: 'another.secret' }],
    ['a call for another account', undefined, { accessToken: 'token-of-bob' }, {}],
    ['a call to another homeserver', undefined, { baseUrl: 'https://other.example.org' }, {}],
    ['a call to another path', undefined, { apiPath: '/_api/client/v3' }, {}],
  ])('meets %s with the auth %j', async (_, auth, of, proof) => {
    const { client, asked } = talkTo(() => unfinished, { accessToken: 'token-of-alice' })
    const owner = {}
    await accountErrorOf(addPhoneFor(owner, client, PHONE, {}, {}))
    await accountErrorOf(addPhoneFor(owner, { ...client, ...of }, { ...PHONE, ...proof }, {}, {}))
    expect(asked.map(({ body }) => body['auth'])).toEqual([undefined, auth])
  })

  const password = challenge([['m.login.password']])
  const wrong = challenge([['m.login.password']], { errcode: 'M_FORBIDDEN' })
  const add = (client: MatrixClient, word: string) =>
    addPhoneToAccount(client, PHONE, { userId: 'alice', password: word })

  it('in which the server refuses to go on after a wrong password is replaced, once', async () => {
    // ToM-server's answer to every later attempt in that session, the right password included.
    const stuck = { status: 400, body: { errcode: 'M_INVALID_PARAM', error: 'Invalid authentication data' } }
    const answers = [password, wrong, stuck, password, { status: 200 }]
    const { client, asked } = talkTo((_, round) => answers[round - 1] ?? { status: 500 }, {
      accessToken: 'token-of-alice',
    })
    expect(await accountErrorOf(add(client, 'wrong'))).toMatchObject({ kind: 'password-incorrect' })
    await add(client, 'wonderland')
    expect(asked.map(({ body }) => body['auth'])).toMatchObject([
      undefined,
      { password: 'wrong', session: 'uia' },
      { session: 'uia' },
      undefined,
      { password: 'wonderland', session: 'uia' },
    ])
    expect(asked).toHaveLength(5)
  })

  it('that is refused in every session ends with the refusal', async () => {
    const stuck = { status: 400, body: { errcode: 'M_INVALID_PARAM' } }
    const answers = [password, wrong]
    const { client, asked } = talkTo((_, round) => answers[round - 1] ?? stuck, {
      accessToken: 'token-of-alice',
    })
    await accountErrorOf(add(client, 'wrong'))
    expect(await accountErrorOf(add(client, 'wonderland'))).toMatchObject({
      kind: 'server-error',
      status: 400,
    })
    expect(asked).toHaveLength(4)
  })

  it.each([
    [400, 'M_USER_IN_USE', 'username-taken'],
    [400, 'M_WEAK_PASSWORD', 'password-weak'],
    [429, 'M_LIMIT_EXCEEDED', 'rate-limited'],
    [500, 'M_UNKNOWN', 'server-error'],
  ])('keeps what was answered in it where the call meets %i %s', async (status, errcode, kind) => {
    const terms = { 'm.login.terms': () => ({}) }
    const flow = [['m.login.terms', 'm.login.msisdn']]
    const refusal = { status, body: { errcode } }
    const answers = [challenge(flow), challenge(flow, { completed: ['m.login.terms'] }), refusal, refusal]
    const { client, asked } = talkTo((_, round) => answers[round - 1] ?? registered)
    await accountErrorOf(registerWithPhone(client, PHONE, ALICE, { stages: terms }))
    const again = registerWithPhone(client, PHONE, ALICE, { stages: terms })
    expect(await accountErrorOf(again)).toMatchObject({ kind })
    await registerWithPhone(client, PHONE, ALICE, { stages: terms })
    expect(asked.slice(3).map(({ body }) => body['auth'])).toEqual([{ session: 'uia' }, { session: 'uia' }])
  })

  it('of a registration is not gone on with to reset a password', async () => {
    const { client, asked } = talkTo(() => unfinished)
    await accountErrorOf(registerWithPhone(client, PHONE, ALICE))
    await accountErrorOf(resetPasswordWithPhone(client, PHONE, { newPassword: 'wonderland' }))
    expect(asked.map(({ body }) => body['auth'])).toEqual([undefined, undefined])
  })

  it('is begun anew where the server says that it was for something else', async () => {
    const error = 'Requested operation has changed during the UI authentication session.'
    const changed = { status: 403, body: { errcode: 'M_UNKNOWN', error } }
    const { client, asked } = talkTo(
      (_, round) => [challenge(MSISDN), changed, challenge(MSISDN)][round - 1] ?? registered,
    )
    await registerWithPhone(client, PHONE, ALICE)
    expect(asked).toHaveLength(4)
    expect(asked[2]?.body).not.toHaveProperty('auth')
  })
})

it('goes on with no session that is finished', async () => {
  const { client, asked } = talkTo((_, round) => (round % 2 === 1 ? challenge(MSISDN) : registered))
  await registerWithPhone(client, PHONE, ALICE)
  await registerWithPhone(client, PHONE, ALICE)
  expect(asked).toHaveLength(4)
  expect(asked[2]?.body).not.toHaveProperty('auth')
})

describe('what is remembered of a call', () => {
  const call = { key: 'register', body: '{}', signal: undefined, givenUp: () => new Error('given up') }
  /** The session that a call runs in, which the server may have given an id. */
  const sessionOf = (owner: object, id?: string, end = () => Promise.resolve()) =>
    new Promise<AuthSession>((resolve) => {
      const run = (session: AuthSession) => {
        resolve(session)
        session.id ??= id
        return end()
      }
      inAuthSession(owner, call, run).catch(() => undefined)
    })
  const fail = () => Promise.reject(new Error('refused'))

  it('is nothing once it has succeeded', async () => {
    const owner = {}
    expect(await sessionOf(owner)).not.toBe(await sessionOf(owner))
    expect(await sessionOf(owner, 'uia')).not.toBe(await sessionOf(owner))
  })

  it('is nothing if it failed before the server gave it a session', async () => {
    const owner = {}
    expect(await sessionOf(owner, undefined, fail)).not.toBe(await sessionOf(owner))
  })

  it('is its session if it failed in one', async () => {
    const owner = {}
    expect(await sessionOf(owner, 'uia', fail)).toBe(await sessionOf(owner))
  })
})

it('makes an account of each of two numbers at once, although nothing else differs', async () => {
  const homeserver = new SimulatedHomeserver()
  const client = clientOf(homeserver)
  const bob = { ...PHONE, phoneNumber: '+12025550124', clientSecret: 'another.secret' }
  const phones = [await prove(homeserver), await prove(homeserver, 'register', bob)]
  await Promise.all(phones.map((phone) => registerWithPhone(client, phone, { password: 'wonderland' })))
  expect(homeserver.accounts.flatMap(({ phoneNumbers }) => phoneNumbers).sort()).toEqual([
    PHONE.phoneNumber,
    bob.phoneNumber,
  ])
})
