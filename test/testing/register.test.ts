import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { call, proveNumber, type WireAnswer } from './wire.js'

const alice = { username: 'alice', password: 'wonderland' }

function stageOf(creds: unknown, { body }: WireAnswer) {
  return { type: 'm.login.msisdn', threepid_creds: creds, session: body.session }
}

it('registers an account with a verified number', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  expect(challenge).toMatchObject({
    status: 401,
    body: { flows: [{ stages: ['m.login.dummy'] }, { stages: ['m.login.msisdn'] }] },
  })
  const auth = stageOf(await proveNumber(homeserver), challenge)
  const registered = await call(homeserver, '/register', { ...alice, auth })
  expect(registered).toMatchObject({ status: 200, body: { user_id: '@alice:matrix.example.org' } })
  expect(homeserver.account('alice')).toMatchObject({
    password: 'wonderland',
    phoneNumbers: ['+12025550123'],
    accessTokens: [registered.body.access_token],
  })
})

it('keeps the stage open until the number is verified', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  const auth = stageOf({ sid: 'unknown', client_secret: 'unknown' }, challenge)
  expect(await call(homeserver, '/register', { ...alice, auth })).toMatchObject({
    status: 401,
    body: { errcode: 'M_UNAUTHORIZED', session: challenge.body.session, completed: [] },
  })
  const misspelt = { type: 'm.login.msisdn', threepidCreds: {}, session: challenge.body.session }
  expect(await call(homeserver, '/register', { ...alice, auth: misspelt })).toMatchObject({
    status: 401,
    body: { errcode: 'M_MISSING_PARAM' },
  })
})

it('tells a stage that cannot be from one that is not complete', async () => {
  const homeserver = new SimulatedHomeserver()
  const { session } = (await call(homeserver, '/register', alice)).body
  const answerTo = (auth: unknown) => call(homeserver, '/register', { ...alice, auth })
  expect(await answerTo({ session })).toMatchObject({ status: 401, body: { completed: [] } })
  for (const type of ['m.login.nonsense', 'm.login.recaptcha']) {
    const refused = await answerTo({ session, type })
    expect(refused).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } })
    expect(refused.body).not.toHaveProperty('flows')
  }
  const creds = { type: 'm.login.msisdn', threepid_creds: { sid: '1' }, session }
  expect(await answerTo(creds)).toMatchObject({ status: 400, body: { errcode: 'M_MISSING_PARAM' } })
  expect(await answerTo('x')).toMatchObject({ status: 400, body: { errcode: 'M_BAD_JSON' } })
  const challenge = await answerTo(null)
  expect(challenge).toMatchObject({ status: 401, body: { flows: [{}, {}] } })
  expect(challenge.body).not.toHaveProperty('completed')
})

it('gives a refresh token to who wants one', async () => {
  const auth = { type: 'm.login.dummy' }
  const { body } = await call(new SimulatedHomeserver(), '/register', { ...alice, refresh_token: true, auth })
  expect(body.refresh_token).toMatch(/^syr_/)
  expect(body.expires_in_ms).toBe(300_000)
})

it('says early that a username is taken or cannot be', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ username: 'alice' }] })
  expect(await call(homeserver, '/register', alice)).toMatchObject({
    status: 400,
    body: { errcode: 'M_USER_IN_USE' },
  })
  for (const username of ['', 'Alice', '_alice', '12345', 'a'.repeat(250)]) {
    expect(await call(homeserver, '/register', { username })).toMatchObject({
      status: 400,
      body: { errcode: 'M_INVALID_USERNAME' },
    })
  }
})

it('keeps the number verified when the username was taken meanwhile', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  const auth = stageOf(await proveNumber(homeserver), challenge)
  homeserver.createAccount({ username: 'alice' })
  expect(await call(homeserver, '/register', { ...alice, auth })).toMatchObject({
    status: 400,
    body: { errcode: 'M_USER_IN_USE' },
  })
  const { session } = challenge.body
  expect(
    await call(homeserver, '/register', { ...alice, username: 'alice2', auth: { session } }),
  ).toMatchObject({ status: 200, body: { user_id: '@alice2:matrix.example.org' } })
  expect(homeserver.phoneNumbersOf('alice2')).toEqual(['+12025550123'])
})

it('answers a repeated last request with the same account and a new device', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  const auth = stageOf(await proveNumber(homeserver), challenge)
  const first = await call(homeserver, '/register', { ...alice, auth })
  const second = await call(homeserver, '/register', { ...alice, auth })
  expect(second.body.user_id).toBe(first.body.user_id)
  expect(second.body.access_token).not.toBe(first.body.access_token)
  expect(second.body.device_id).not.toBe(first.body.device_id)
  expect(homeserver.accounts).toHaveLength(1)
})

it('refuses a proof that another session has used up', async () => {
  const homeserver = new SimulatedHomeserver()
  const creds = await proveNumber(homeserver)
  const first = await call(homeserver, '/register', alice)
  await call(homeserver, '/register', { ...alice, auth: stageOf(creds, first) })
  const bob = { username: 'bob', password: 'builder' }
  const second = await call(homeserver, '/register', bob)
  expect(await call(homeserver, '/register', { ...bob, auth: stageOf(creds, second) })).toMatchObject({
    status: 400,
    body: { errcode: 'M_THREEPID_IN_USE' },
  })
})

it('refuses to finish at another URL', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  const auth = stageOf(await proveNumber(homeserver), challenge)
  for (const path of ['/register?kind=user', `${homeserver.baseUrl}/_matrix/client/r0/register`]) {
    expect(await call(homeserver, path, { ...alice, auth })).toMatchObject({
      status: 403,
      body: { errcode: 'M_UNKNOWN' },
    })
  }
  expect(await call(homeserver, '/register', { ...alice, auth })).toMatchObject({ status: 200 })
})

it('knows no session that it did not start, or that is older than 48 hours', async () => {
  const homeserver = new SimulatedHomeserver()
  const unknown = await call(homeserver, '/register', { ...alice, auth: { session: 'made-up' } })
  expect(unknown).toEqual({
    status: 400,
    body: { errcode: 'M_UNKNOWN', error: 'Unknown session ID: made-up' },
  })
  const { body } = await call(homeserver, '/register', alice)
  homeserver.advanceTime(48 * 60 * 60 * 1000)
  const old = await call(homeserver, '/register', { ...alice, auth: { session: body.session } })
  expect(old).toMatchObject({ status: 400, body: { errcode: 'M_UNKNOWN' } })
})

it('accepts the stages of a flow in order only', async () => {
  const homeserver = new SimulatedHomeserver({ registrationFlows: [['m.login.terms', 'm.login.msisdn']] })
  const challenge = await call(homeserver, '/register', alice)
  expect(challenge.body.params).toHaveProperty(['m.login.terms', 'policies'])
  const auth = stageOf(await proveNumber(homeserver), challenge)
  const early = await call(homeserver, '/register', { ...alice, auth })
  expect(early).toMatchObject({ status: 401, body: { errcode: 'M_FORBIDDEN', completed: [] } })
  const terms = { type: 'm.login.terms', session: challenge.body.session }
  const accepted = await call(homeserver, '/register', { ...alice, auth: terms })
  expect(accepted).toMatchObject({ status: 401, body: { completed: ['m.login.terms'] } })
  expect(accepted.body).not.toHaveProperty('errcode')
  expect(await call(homeserver, '/register', { ...alice, auth })).toMatchObject({ status: 200 })
})

it('registers without a number by the dummy stage', async () => {
  const homeserver = new SimulatedHomeserver()
  const auth = { type: 'm.login.dummy' }
  const registered = await call(homeserver, '/register', { ...alice, inhibit_login: true, auth })
  expect(registered.status).toBe(200)
  expect(registered.body).not.toHaveProperty('access_token')
  expect(homeserver.account('alice')?.phoneNumbers).toEqual([])
})

it('no longer takes a proof that is older than 24 hours', async () => {
  const homeserver = new SimulatedHomeserver()
  const challenge = await call(homeserver, '/register', alice)
  const auth = stageOf(await proveNumber(homeserver), challenge)
  homeserver.advanceTime(24 * 60 * 60 * 1000)
  expect(await call(homeserver, '/register', { ...alice, auth })).toMatchObject({
    status: 401,
    body: { errcode: 'M_UNAUTHORIZED' },
  })
})
