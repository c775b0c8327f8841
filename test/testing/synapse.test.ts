import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { askForSms, call, proveNumber, submitCode, tokenRequest } from './wire.js'

const alice = { username: 'alice', password: 'wonderland' }
const TO_ADD = '/account/3pid/msisdn/requestToken'
const TO_RESET = '/account/password/msisdn/requestToken'

function synapse() {
  return new SimulatedHomeserver({ scenario: 'synapse', rateLimit: { burst: 50, perSecond: 1 } })
}

it.each([
  ['M_MISSING_PARAM', { country: undefined }],
  ['M_BAD_JSON', { country: undefined, phone_number: undefined }],
  ['M_BAD_JSON', { client_secret: 'a b' }],
  ['M_BAD_JSON', { phone_number: 12 }],
  ['M_BAD_JSON', { send_attempt: 1.5 }],
  ['M_BAD_JSON', { next_link: 5 }],
  ['M_INVALID_PARAM', { country: 'us' }],
  ['M_INVALID_PARAM', { id_server: 'id.example.org' }],
])('answers %s to %j where it checks the types of the whole body', async (errcode, changes) => {
  const homeserver = synapse()
  expect(await askForSms(homeserver, changes, TO_ADD)).toMatchObject({ status: 400, body: { errcode } })
  expect(homeserver.messages).toEqual([])
})

it.each([
  [500, { client_secret: 5 }],
  [500, { send_attempt: '1' }],
  [400, { send_attempt: null }],
  [200, { send_attempt: 1.5 }],
])('answers %i to %j where it does not', async (status, changes) => {
  expect(await askForSms(synapse(), changes)).toMatchObject({ status })
})

it('has no password reset by phone at any method, and takes no code by GET', async () => {
  const homeserver = synapse()
  expect(await call(homeserver, TO_RESET)).toMatchObject({ status: 404, body: { errcode: 'M_UNRECOGNIZED' } })
  const { body } = await askForSms(homeserver)
  expect(await call(homeserver, String(body.submit_url))).toMatchObject({
    status: 405,
    body: { errcode: 'M_UNRECOGNIZED' },
  })
})

it('tells a secret that is none from a wrong one', async () => {
  const homeserver = synapse()
  const { body } = await askForSms(homeserver)
  const proof = { sid: body.sid, client_secret: 'a b', token: homeserver.lastSms()?.code }
  expect(await call(homeserver, String(body.submit_url), proof)).toMatchObject({
    status: 400,
    body: { errcode: 'M_BAD_JSON' },
  })
})

it('completes a stage that is not asked for, which resets no password', async () => {
  const homeserver = synapse()
  homeserver.createAccount({ ...alice, phoneNumber: '+12025550124' })
  const creds = await proveNumber(homeserver)
  const wanted = { new_password: 'looking-glass' }
  const { body } = await call(homeserver, '/account/password', wanted)
  const auth = { type: 'm.login.msisdn', threepid_creds: creds, session: body.session }
  const answer = await call(homeserver, '/account/password', { ...wanted, auth })
  expect(answer).toMatchObject({ status: 401, body: { completed: ['m.login.msisdn'] } })
  expect(answer.body).not.toHaveProperty('errcode')
  expect(homeserver.account('alice')?.password).toBe('wonderland')
})

it('adds a number that another account bound meanwhile, and takes it from there', async () => {
  const homeserver = synapse()
  const token = homeserver.createAccount(alice)
  const creds = await proveNumber(homeserver, TO_ADD)
  homeserver.createAccount({ username: 'bob', phoneNumber: tokenRequest.phone_number })
  const auth = { type: 'm.login.password', user: 'alice', password: alice.password }
  const headers = { Authorization: `Bearer ${token}` }
  expect(await call(homeserver, '/account/3pid/add', { ...creds, auth }, headers)).toEqual({
    status: 200,
    body: {},
  })
  expect(homeserver.phoneNumbersOf('alice')).toEqual([tokenRequest.phone_number])
  expect(homeserver.phoneNumbersOf('bob')).toEqual([])
})

it('makes a username of capitals small, and takes no access token at registration', async () => {
  const homeserver = synapse()
  const auth = { type: 'm.login.dummy' }
  expect(await call(homeserver, '/register', { ...alice, username: 'Alice', auth })).toMatchObject({
    status: 200,
    body: { user_id: '@alice:matrix.example.org' },
  })
  const token = { Authorization: 'Bearer token' }
  expect(await call(homeserver, '/register', { username: 'bob' }, token)).toMatchObject({
    status: 400,
    body: { errcode: 'M_UNKNOWN' },
  })
})

it('answers with a web page beside the API', async () => {
  const homeserver = synapse()
  const response = await homeserver.fetch(`${homeserver.baseUrl}/nonsense`)
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('<html>')
})

it('verifies with the code as ever', async () => {
  const homeserver = synapse()
  expect(await submitCode(homeserver, await askForSms(homeserver))).toEqual({
    status: 200,
    body: { success: true },
  })
})
