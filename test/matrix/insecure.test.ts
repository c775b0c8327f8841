import { describe, expect, it } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { createLenientClient } from '../../src/matrix/createMatrixClient.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { accountErrorOf, PHONE, registered, talkTo } from './account.js'
import { PURPOSES } from './serve.js'
import { connect, failureOf, json, REQUEST, REQUEST_OPERATIONS } from './server.js'

const PUBLIC = [
  'http://matrix.example.org',
  'http://8.8.8.8',
  'http://[2001:db8::1]:8008',
  'http://localhost.example.org',
]
const PRIVATE = [
  'http://localhost:8008',
  'http://matrix.localhost',
  'http://127.0.0.1:8008',
  'http://[::1]:8008',
  'http://10.1.2.3',
  'http://192.168.1.5:8008',
  'http://synapse:8008',
  'http://matrix.local',
]

describe.each(PUBLIC)('a homeserver at %s', (baseUrl) => {
  it.each(REQUEST_OPERATIONS)('gets no %s, and says why', async (operation) => {
    const { client, sent } = connect(undefined, { baseUrl })
    const error = await failureOf(client[operation](REQUEST))
    expect(error).toMatchObject({
      kind: 'insecure-homeserver',
      recovery: 'contact',
      operation,
      status: undefined,
    })
    expect(error.message).toContain('https')
    expect(sent).toEqual([])
  })

  it('gets no password and no token', async () => {
    const { client, asked } = talkTo(() => registered, { baseUrl, accessToken: 'token-of-alice' })
    const calls = [
      registerWithPhone(client, PHONE, { username: 'alice', password: 'wonderland' }),
      resetPasswordWithPhone(client, PHONE, { newPassword: 'wonderland' }),
      addPhoneToAccount(client, PHONE, { userId: 'alice', password: 'wonderland' }),
    ]
    for (const call of calls) {
      const error = await accountErrorOf(call)
      expect(error).toMatchObject({ kind: 'insecure-homeserver', recovery: 'other-way' })
    }
    for (const purpose of PURPOSES) {
      const support = await probePhoneSupport(client, purpose)
      expect(support).toEqual({ status: 'unknown', reason: 'insecure-homeserver' })
    }
    expect(asked).toEqual([])
  })

  it('is asked where the app allows it for development', async () => {
    const { client, sent } = connect(undefined, { baseUrl, allowInsecure: true })
    await client.requestTokenToRegisterMSISDN(REQUEST)
    expect(sent).toHaveLength(1)
  })

  it.each(['true', 1, {}])('is not asked where the app says %j, which is not true', async (allowInsecure) => {
    const { client, sent } = connect(undefined, { baseUrl, allowInsecure: allowInsecure as boolean })
    await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(sent).toEqual([])
  })
})

it.each(PRIVATE)('a homeserver at %s needs no permission', async (baseUrl) => {
  const { client, sent } = connect(() => json(200, { sid: 'sid.1' }), { baseUrl })
  await client.requestTokenToRegisterMSISDN(REQUEST)
  expect(sent).toHaveLength(1)
})

it.each([
  '',
  'matrix.example.org',
  '/matrix',
  'matrix:u/alice',
  'javascript:alert(1)',
  'https://',
  'https://a b',
])(
  'what is no address of a server, %j, is an error of each call where the client must not throw',
  async (baseUrl) => {
    const fetch = () => Promise.reject(new Error('a request left'))
    const client = createLenientClient({ baseUrl, fetch, accessToken: 'token-of-alice' })
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({
      kind: 'invalid-homeserver',
      recovery: 'contact',
    })
    const call = registerWithPhone(client, PHONE, { username: 'alice' })
    expect(await accountErrorOf(call)).toMatchObject({ kind: 'invalid-homeserver', recovery: 'other-way' })
    const support = await probePhoneSupport(client, 'register')
    expect(support).toEqual({ status: 'unknown', reason: 'invalid-homeserver' })
  },
)
