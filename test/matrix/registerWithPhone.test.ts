import { expect, it, vi } from 'vitest'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { accountErrorOf, bodiesTo, clientOf, PHONE, prove, talkTo, registered, challenge } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }
const HOUR = 60 * 60 * 1000
const ALICE_ID = '@alice:matrix.example.org'

it('registers an account with the number, and hands out its access token', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  const account = await registerWithPhone(clientOf(homeserver), phone, ALICE)
  expect(account.userId).toBe(ALICE_ID)
  expect(homeserver.account('alice')).toMatchObject({
    password: 'wonderland',
    phoneNumbers: [PHONE.phoneNumber],
    accessTokens: [account.accessToken],
  })
})

it('signs nobody in where that is not wanted', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  const account = await registerWithPhone(clientOf(homeserver), phone, { ...ALICE, inhibitLogin: true })
  expect(account).toEqual({ userId: ALICE_ID })
  expect(homeserver.account('alice')?.accessTokens).toEqual([])
})

it('hands out a refresh token where one is asked for, and says how long the access token lives', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  const account = await registerWithPhone(clientOf(homeserver), phone, { ...ALICE, refreshToken: true })
  expect(account.refreshToken).toMatch(/^syr_/)
  expect(account.expiresInMs).toBe(300_000)
})

it('sends the same URL and body in every round, and no access token', async () => {
  const { client, asked } = talkTo(
    (_, round) => (round === 1 ? challenge([['m.login.msisdn']]) : registered),
    { accessToken: 'token-of-somebody' },
  )
  await registerWithPhone(client, PHONE, { ...ALICE, deviceId: 'PHONE', initialDeviceDisplayName: 'Phone' })
  const [first, second] = asked
  const { auth, ...rest } = second?.body ?? {}
  expect(first?.body).toEqual({
    ...ALICE,
    device_id: 'PHONE',
    initial_device_display_name: 'Phone',
  })
  expect(rest).toEqual(first?.body)
  expect(auth).toEqual({
    type: 'm.login.msisdn',
    threepid_creds: { sid: PHONE.sid, client_secret: PHONE.clientSecret },
    session: 'uia',
  })
  expect(asked.map(({ url }) => url)).toEqual([
    'https://matrix.example.org/_matrix/client/v3/register',
    'https://matrix.example.org/_matrix/client/v3/register',
  ])
  expect(asked.map(({ authorization }) => authorization)).toEqual([null, null])
})

it('keeps to the other path of a server that has one', async () => {
  const homeserver = new SimulatedHomeserver({ apiPath: '/_api/client/v3' })
  const phone = await prove(homeserver)
  await registerWithPhone(clientOf(homeserver, { apiPath: '/_api/client/v3' }), phone, ALICE)
  const urls = homeserver.requests.filter(({ operation }) => operation === 'register').map(({ url }) => url)
  expect(new Set(urls)).toEqual(new Set([`${homeserver.baseUrl}/_api/client/v3/register`]))
})

const TAKEN = { kind: 'username-taken', recovery: 'edit-username', errcode: 'M_USER_IN_USE' }

it('says that a name is taken, and goes on with another', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ username: 'alice' }] })
  const phone = await prove(homeserver)
  const client = clientOf(homeserver)
  expect(await accountErrorOf(registerWithPhone(client, phone, ALICE))).toMatchObject(TAKEN)
  await registerWithPhone(client, phone, { ...ALICE, username: 'alice2' })
  expect(homeserver.phoneNumbersOf('alice2')).toEqual([PHONE.phoneNumber])
  expect(homeserver.messages).toHaveLength(1)
})

it('keeps the session and what is completed in it when the name was taken meanwhile', async () => {
  const homeserver = new SimulatedHomeserver({ registrationFlows: [['m.login.terms', 'm.login.msisdn']] })
  const phone = await prove(homeserver)
  const client = clientOf(homeserver)
  const accept = vi.fn(() => {
    homeserver.createAccount({ username: 'alice' })
    return {}
  })
  const stages = { 'm.login.terms': accept }
  expect(await accountErrorOf(registerWithPhone(client, phone, ALICE, { stages }))).toMatchObject(TAKEN)
  const { userId } = await registerWithPhone(client, phone, { ...ALICE, username: 'alice2' }, { stages })
  expect(userId).toBe('@alice2:matrix.example.org')
  expect(accept).toHaveBeenCalledTimes(1)
  expect(homeserver.messages).toHaveLength(1)
  const sessions = bodiesTo(homeserver, 'register').map(({ auth }) => sessionOf(auth))
  expect(new Set(sessions.slice(1)).size).toBe(1)
})

it.each([
  [{ username: '_alice' }, 'username-invalid', 'edit-username'],
  [{ username: 'Ünal' }, 'username-invalid', 'edit-username'],
])('says what is wrong with %j', async (changes, kind, recovery) => {
  const homeserver = new SimulatedHomeserver()
  const call = registerWithPhone(clientOf(homeserver), PHONE, { ...ALICE, ...changes })
  expect(await accountErrorOf(call)).toMatchObject({ kind, recovery, operation: 'register' })
})

it('goes on in the same session after the last answer was lost: one account, and its own name', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  const client = clientOf(homeserver, { fetch: loseAnswer(homeserver, 2) })
  const lost = await accountErrorOf(registerWithPhone(client, phone, ALICE))
  expect(lost).toMatchObject({ kind: 'offline', recovery: 'retry' })
  expect(homeserver.accounts).toHaveLength(1)

  const account = await registerWithPhone(client, phone, ALICE)
  expect(account.userId).toBe(ALICE_ID)
  expect(homeserver.accounts).toHaveLength(1)
  expect(homeserver.account('alice')?.accessTokens).toContain(account.accessToken)
  expect(bodiesTo(homeserver, 'register')).toHaveLength(3)
})

it('is one call when it is made twice at once', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  const client = clientOf(homeserver)
  const twice = [registerWithPhone(client, phone, ALICE), registerWithPhone(client, { ...phone }, ALICE)]
  const [one, other] = await Promise.all(twice)
  expect(one).toEqual(other)
  expect(homeserver.account('alice')?.accessTokens).toHaveLength(1)
  expect(bodiesTo(homeserver, 'register')).toHaveLength(2)
})

it('begins anew with the same proof when the server has forgotten the session', async () => {
  const flows = [['m.login.terms', 'm.login.msisdn']]
  const homeserver = new SimulatedHomeserver({ registrationFlows: flows, sessionTtl: 72 * HOUR })
  const phone = await prove(homeserver)
  const client = clientOf(homeserver)
  const close = { 'm.login.terms': () => Promise.reject(new Error('closed')) }
  expect(await accountErrorOf(registerWithPhone(client, phone, ALICE, { stages: close }))).toMatchObject({
    kind: 'stage-abandoned',
    recovery: 'answer-stage',
    stage: 'm.login.terms',
  })
  homeserver.advanceTime(48 * HOUR)
  const accept = { 'm.login.terms': () => ({}) }
  expect(await registerWithPhone(client, phone, ALICE, { stages: accept })).toMatchObject({
    userId: ALICE_ID,
  })
  expect(homeserver.messages).toHaveLength(1)
})

it('says that the number got an account meanwhile', async () => {
  const homeserver = new SimulatedHomeserver()
  const phone = await prove(homeserver)
  homeserver.createAccount({ username: 'first', phoneNumber: PHONE.phoneNumber })
  expect(await accountErrorOf(registerWithPhone(clientOf(homeserver), phone, ALICE))).toMatchObject({
    kind: 'number-in-use',
    recovery: 'sign-in',
  })
})

it.each([
  ['registration-closed', 'registration-closed', 'other-way'],
  ['not-supported', 'not-supported', 'other-way'],
  ['server-error', 'server-error', 'retry'],
  ['gateway-down', 'server-error', 'retry'],
  ['html-200', 'bad-response', 'retry'],
  ['offline', 'offline', 'retry'],
] as const)('reads the scenario %s as %s', async (scenario, kind, recovery) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  const error = await accountErrorOf(registerWithPhone(clientOf(homeserver), PHONE, ALICE))
  expect(error).toMatchObject({ kind, recovery, operation: 'register' })
})

it('calls a success without a user ID a broken protocol, and can be asked again', async () => {
  const { client, asked } = talkTo((_, round) =>
    round === 1 ? challenge([['m.login.msisdn']]) : round === 2 ? { status: 200, body: {} } : registered,
  )
  expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
    kind: 'bad-response',
  })
  expect(await registerWithPhone(client, PHONE, ALICE)).toMatchObject({ userId: '@alice:example.org' })
  expect(asked[2]?.body['auth']).toEqual({ session: 'uia' })
})

function sessionOf(auth: unknown): string | undefined {
  return (auth as { session?: string } | undefined)?.session
}

/** A fetch to the homeserver that loses the answer to the nth call. */
function loseAnswer(homeserver: SimulatedHomeserver, nth: number): typeof fetch {
  let calls = 0
  return async (input, init) => {
    const response = await homeserver.fetch(input, init)
    calls += 1
    if (calls === nth) throw new TypeError('Failed to fetch')
    return response
  }
}
