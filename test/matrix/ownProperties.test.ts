import { afterEach, describe, expect, it, vi } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { discoverHomeserver } from '../../src/matrix/discoverHomeserver.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { uiaAuth } from '../../src/matrix/uiaAuth.js'
import { accountErrorOf, challenge, PHONE, registered, talkTo } from './account.js'
import { connect, failureOf, json, REQUEST, SUBMISSION } from './server.js'

/** Gives every object of the page a member, as a fault elsewhere on it may. */
function pollute(name: string, value: unknown): void {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true })
}

const POLLUTED = [
  'submit_url',
  'success',
  'errcode',
  'flows',
  'nextLink',
  'idServer',
  'accessToken',
  'allowSubmitUrl',
  'allowInsecure',
  'fetch',
  'idAccessToken',
  'otherStages',
  'password',
  'inhibitLogin',
  'account_management_uri',
  'enabled',
  'signal',
]

afterEach(() => {
  for (const name of POLLUTED) Reflect.deleteProperty(Object.prototype, name)
})

describe('a member that every object of the page has', () => {
  it.each([
    ['submit_url', 'https://evil.example/'],
    ['errcode', 'M_THREEPID_IN_USE'],
  ])('%s is nothing that the server said', async (name, value) => {
    const { client } = connect(() => json(200, { sid: 'sid.1' }))
    pollute(name, value)
    const { sid, ...more } = await client.requestTokenToRegisterMSISDN(REQUEST)
    expect([sid, Object.keys(more)]).toEqual(['sid.1', []])
  })

  it('success is no yes of the server', async () => {
    const { client } = connect(() => json(200, {}))
    pollute('success', true)
    expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ kind: 'bad-response' })
  })

  it('flows are no stages of the server', async () => {
    const { client, asked } = talkTo(() => ({ status: 401, body: {} }))
    pollute('flows', [{ stages: ['m.login.msisdn'] }])
    await accountErrorOf(registerWithPhone(client, PHONE, { username: 'alice' }))
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['nextLink', 'https://evil.example/'],
    ['idServer', 'id.evil.example'],
    ['idAccessToken', 'abc'],
  ])('%s goes into no request', async (name, value) => {
    const { client, sent } = connect()
    pollute(name, value)
    await client.requestTokenToRegisterMSISDN(REQUEST)
    expect(Object.keys(sent[0]?.body as object).sort()).toEqual([
      'client_secret',
      'country',
      'phone_number',
      'send_attempt',
    ])
  })

  it('idServer is no part of a proof', () => {
    pollute('idServer', 'id.evil.example')
    expect(Object.keys(uiaAuth(PHONE).threepid_creds)).toEqual(['sid', 'client_secret'])
  })

  it.each([
    ['accessToken', 'token-of-mallory'],
    ['allowInsecure', true],
    ['identityServer', { idServer: 'id.evil.example', idAccessToken: 'abc' }],
  ])('%s is no option of a client', (name, value) => {
    const { fetch } = globalThis
    vi.stubGlobal('fetch', fetch)
    pollute(name, value)
    const client = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
    Reflect.deleteProperty(Object.prototype, name)
    expect(client).toMatchObject({ accessToken: undefined, allowInsecure: false, identityServer: undefined })
    vi.unstubAllGlobals()
  })

  it('answers no stage and names no account', async () => {
    const { client, asked } = talkTo(() => challenge([['m.login.password', 'm.login.msisdn']]), {
      accessToken: 'token-of-alice',
      userId: 'alice',
    })
    pollute('password', 'word-of-mallory')
    pollute('otherStages', () => ({}))
    expect(await accountErrorOf(addPhoneToAccount(client, PHONE))).toMatchObject({ kind: 'stage-unanswered' })
    expect(asked).toHaveLength(1)
  })

  it('inhibitLogin changes no registration', async () => {
    const { client, asked } = talkTo(() => registered)
    pollute('inhibitLogin', true)
    await registerWithPhone(client, PHONE, { username: 'alice' })
    expect(asked[0]?.body).toEqual({ username: 'alice' })
  })

  it.each([
    ['fetch', () => Promise.resolve(json(404, {}))],
    ['signal', AbortSignal.abort()],
  ])('%s finds no homeserver', async (name, value) => {
    const answer = (url: unknown) =>
      String(url).endsWith('/versions')
        ? json(200, { versions: ['v1.13'] })
        : json(200, { 'm.homeserver': { base_url: 'https://matrix.example.org' } })
    const ours = vi.fn((url: unknown) => Promise.resolve(answer(url)))
    vi.stubGlobal('fetch', ours)
    pollute(name, value)
    const found = await discoverHomeserver('example.org').catch(() => null)
    Reflect.deleteProperty(Object.prototype, name)
    vi.unstubAllGlobals()
    expect(found).toEqual({ baseUrl: 'https://matrix.example.org', isDiscovered: true })
    expect(ours).toHaveBeenCalledTimes(2)
  })

  it('says nothing of what a homeserver can do', async () => {
    const { client } = talkTo(
      ({ url }) =>
        url.endsWith('/capabilities')
          ? { status: 200, body: { capabilities: { 'm.change_password': {} } } }
          : challenge([['m.login.msisdn']]),
      { accessToken: 'token-of-alice' },
    )
    pollute('enabled', false)
    expect(await probePhoneSupport(client, 'resetPassword')).toMatchObject({ status: 'supported' })
  })
})
