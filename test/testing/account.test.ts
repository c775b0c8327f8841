import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { call, proveNumber, tokenRequest } from './wire.js'

const alice = { username: 'alice', password: 'wonderland' }

it('resets a password with a verified number and signs every device out', async () => {
  const homeserver = new SimulatedHomeserver({
    accounts: [{ ...alice, phoneNumber: tokenRequest.phone_number, accessToken: 'old-device' }],
  })
  const creds = await proveNumber(homeserver, '/account/password/msisdn/requestToken')
  const wanted = { new_password: 'looking-glass' }
  const challenge = await call(homeserver, '/account/password', wanted)
  expect(challenge.status).toBe(401)
  const auth = { type: 'm.login.msisdn', threepid_creds: creds, session: challenge.body.session }
  expect(await call(homeserver, '/account/password', { ...wanted, auth })).toEqual({ status: 200, body: {} })
  expect(homeserver.account('alice')).toMatchObject({ password: 'looking-glass', accessTokens: [] })
  expect(await call(homeserver, '/account/whoami', undefined, bearer('old-device'))).toMatchObject({
    status: 401,
    body: { errcode: 'M_UNKNOWN_TOKEN' },
  })
})

it('changes a password with the old one, keeping the device that asks', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ ...alice, accessToken: 'here' }] })
  const auth = { type: 'm.login.password', user: 'alice', password: alice.password }
  const wanted = { new_password: 'looking-glass', auth }
  expect(await call(homeserver, '/account/password', wanted, bearer('here'))).toMatchObject({ status: 200 })
  expect(homeserver.account('alice')).toMatchObject({ password: 'looking-glass', accessTokens: ['here'] })
})

it('adds a number to an account that proves its password', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [alice] })
  const token = homeserver.createAccount({ username: 'bob', password: 'builder' })
  const creds = await proveNumber(homeserver, '/account/3pid/msisdn/requestToken')
  const challenge = await call(homeserver, '/account/3pid/add', creds, bearer(token))
  expect(challenge).toMatchObject({ status: 401, body: { flows: [{ stages: ['m.login.password'] }] } })

  const add = (user: string, password: string) => {
    const identifier = { type: 'm.id.user', user }
    const auth = { type: 'm.login.password', identifier, password, session: challenge.body.session }
    return call(homeserver, '/account/3pid/add', { ...creds, auth }, bearer(token))
  }
  const refused = { status: 401, body: { errcode: 'M_FORBIDDEN', session: challenge.body.session } }
  expect(await add('bob', 'wrong')).toMatchObject(refused)
  expect(await add('alice', alice.password)).toMatchObject(refused)
  expect(await add('bob', 'builder')).toEqual({ status: 200, body: {} })
  expect(homeserver.phoneNumbersOf('@bob:matrix.example.org')).toEqual(['+12025550123'])
  const { body } = await call(homeserver, '/account/3pid', undefined, bearer(token))
  expect(body.threepids).toMatchObject([{ medium: 'msisdn', address: '12025550123' }])
})

it('adds no number without an access token, or without a proof', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ ...alice, accessToken: 'here' }] })
  const auth = { type: 'm.login.password', user: 'alice', password: alice.password }
  const body = { sid: 'unknown', client_secret: 'unknown', auth }
  expect(await call(homeserver, '/account/3pid/add', body)).toMatchObject({
    status: 401,
    body: { errcode: 'M_MISSING_TOKEN' },
  })
  expect(await call(homeserver, '/account/3pid/add', body, bearer('here'))).toMatchObject({
    status: 400,
    body: { errcode: 'M_THREEPID_AUTH_FAILED' },
  })
})

it('tells who asks, what it can do and which versions it knows', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ ...alice, accessToken: 'here' }] })
  const { body } = await call(homeserver, '/account/whoami', undefined, bearer('here'))
  expect(body.user_id).toBe('@alice:matrix.example.org')
  const capabilities = await call(homeserver, '/capabilities', undefined, bearer('here'))
  expect(capabilities.body.capabilities).toHaveProperty(['m.change_password', 'enabled'], true)
  const versions = await call(homeserver, `${homeserver.baseUrl}/_matrix/client/versions`)
  expect(versions.body.versions).toContain('r0.5.0')
  expect((await call(homeserver, '/login')).body.flows).toEqual([{ type: 'm.login.password' }])
})

function bearer(token: string) {
  return { Authorization: `Bearer ${token}` }
}
