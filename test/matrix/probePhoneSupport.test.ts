import { describe, expect, it } from 'vitest'
import type { Purpose } from '../../src/matrix/purposes.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { challenge, clientOf, type Reply } from './account.js'
import { PURPOSES, serve } from './serve.js'

const WRONG_METHOD: Reply = { status: 405, body: { errcode: 'M_UNRECOGNIZED' } }
const VERSIONS: Reply = { status: 200, body: { versions: ['v1.13'] } }

describe('the probe of a homeserver', () => {
  it.each<[Scenario, Purpose, unknown]>([
    ['specification', 'register', { status: 'supported', isRequired: false, stages: [] }],
    ['specification', 'resetPassword', { status: 'supported', isRequired: false, stages: [] }],
    ['specification', 'addToAccount', { status: 'supported', isRequired: false, stages: [] }],
    ['synapse', 'register', { status: 'supported', isRequired: false, stages: [] }],
    ['synapse', 'resetPassword', { status: 'unsupported', reason: 'no-phone' }],
    ['synapse', 'addToAccount', { status: 'supported', isRequired: false, stages: [] }],
    ['registration-closed', 'register', { status: 'unsupported', reason: 'registration-closed' }],
    ['registration-closed', 'addToAccount', { status: 'unknown', reason: 'not-told' }],
    ['not-supported-synapse', 'register', { status: 'unsupported', reason: 'no-phone' }],
    ['phone-not-offered', 'register', { status: 'unsupported', reason: 'no-phone' }],
    ['phone-not-offered', 'resetPassword', { status: 'unsupported', reason: 'no-phone' }],
    ['oauth-preferred', 'register', expect.objectContaining({ reason: 'oauth' })],
    ['oauth-preferred', 'resetPassword', expect.objectContaining({ reason: 'oauth' })],
    ['oauth-preferred', 'addToAccount', expect.objectContaining({ reason: 'oauth' })],
    ['offline', 'register', { status: 'unknown', reason: 'offline' }],
    ['offline', 'addToAccount', { status: 'unknown', reason: 'offline' }],
    ['gateway-down', 'resetPassword', { status: 'unknown', reason: 'server-error' }],
    ['html-200', 'register', { status: 'unknown', reason: 'bad-response' }],
  ])('in the scenario %s for %s says so', async (scenario, purpose, support) => {
    const homeserver = new SimulatedHomeserver({ scenario })
    expect(await probePhoneSupport(clientOf(homeserver), purpose)).toEqual(support)
  })

  it.each(PURPOSES)('for %s sends no SMS, registers nobody and changes nothing', async (purpose) => {
    const accounts = [{ username: 'alice', password: 'wonderland', accessToken: 'token-of-alice' }]
    for (const accessToken of [undefined, 'token-of-alice']) {
      const homeserver = new SimulatedHomeserver({ accounts })
      const before = JSON.stringify(homeserver.accounts)
      await probePhoneSupport(clientOf(homeserver, { accessToken }), purpose)
      expect(homeserver.messages).toEqual([])
      expect(JSON.stringify(homeserver.accounts)).toBe(before)
      const posts = homeserver.requests.filter(({ method }) => method === 'POST')
      expect(posts.filter(({ operation }) => operation?.startsWith('requestToken'))).toEqual([])
    }
  })

  it('says that a phone is required, and what else is asked for', async () => {
    const flows = [
      ['m.login.recaptcha', 'm.login.terms', 'm.login.msisdn'],
      ['m.login.terms', 'm.login.msisdn', 'm.login.dummy'],
    ]
    const { client } = serve({ 'POST /register': challenge(flows) })
    expect(await probePhoneSupport(client, 'register')).toEqual({
      status: 'supported',
      isRequired: true,
      stages: ['m.login.terms'],
    })
  })

  it('reads the flows of a signed-in account with its access token, and sends it to /register never', async () => {
    const { client, asked } = serve(
      { 'POST /account/password': challenge([['m.login.msisdn']]) },
      { accessToken: 'token-of-alice' },
    )
    await probePhoneSupport(client, 'resetPassword')
    await probePhoneSupport(client, 'register')
    const withToken = asked.filter(({ authorization }) => authorization !== null).map(({ url }) => url)
    expect(withToken).toEqual([
      'https://matrix.example.org/_matrix/client/v3/capabilities',
      'https://matrix.example.org/_matrix/client/v3/account/password',
    ])
  })

  it('asks a signed-in account first whether it may change its password', async () => {
    const capabilities = { 'm.change_password': { enabled: false } }
    const { client } = serve(
      {
        'GET /capabilities': { status: 200, body: { capabilities } },
        'POST /account/password': challenge([['m.login.msisdn']]),
      },
      { accessToken: 'token-of-alice' },
    )
    expect(await probePhoneSupport(client, 'resetPassword')).toEqual({
      status: 'unsupported',
      reason: 'change-forbidden',
    })
  })

  it('takes no account for granted where a server makes one without asking', async () => {
    const { client, asked } = serve({ 'POST /register': { status: 200, body: { user_id: '@a:b' } } })
    expect(await probePhoneSupport(client, 'register')).toEqual({ status: 'unknown', reason: 'bad-response' })
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ inhibit_login: true })
  })

  it('says when to ask again', async () => {
    const limited = { status: 429, body: { errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 2000 } }
    const { client } = serve({ 'POST /register': limited }, { now: () => 1000 })
    expect(await probePhoneSupport(client, 'register')).toEqual({
      status: 'unknown',
      reason: 'rate-limited',
      retryAt: 3000,
    })
  })

  it('can be given up', async () => {
    const { client, asked } = serve({})
    const signal = AbortSignal.abort()
    expect(await probePhoneSupport(client, 'register', { signal })).toEqual({
      status: 'unknown',
      reason: 'timeout',
    })
    expect(asked).toEqual([])
  })
})

describe('an endpoint that is missing', () => {
  it.each(PURPOSES)('means for %s that the homeserver does not know it', async (purpose) => {
    const { client } = serve({ 'GET /_matrix/client/versions': VERSIONS })
    expect(await probePhoneSupport(client, purpose)).toEqual({
      status: 'unsupported',
      reason: 'no-endpoint',
    })
  })

  it.each(PURPOSES)('means for %s nothing where there is no homeserver at all', async (purpose) => {
    const { client } = serve({})
    expect(await probePhoneSupport(client, purpose)).toEqual({ status: 'unknown', reason: 'bad-response' })
  })
})

describe('adding a number', () => {
  const answers = { 'GET /account/3pid/msisdn/requestToken': WRONG_METHOD }
  const capable = (enabled: boolean): Reply => ({
    status: 200,
    body: { capabilities: { 'm.3pid_changes': { enabled } } },
  })

  it.each([
    [{ ...answers, 'GET /capabilities': capable(false) }, 'unsupported', 'change-forbidden'],
    [{ ...answers, 'GET /capabilities': capable(true) }, 'unknown', 'not-told'],
    [{ ...answers, 'GET /capabilities': { status: 401, body: {} } }, 'unknown', 'signed-out'],
    [{ ...answers, 'GET /capabilities': 'lost' as const }, 'unknown', 'not-told'],
    [{ 'GET /account/3pid/msisdn/requestToken': { status: 502 } }, 'unknown', 'server-error'],
  ])('is judged by the capability and what stands around it: %#', async (around, status, reason) => {
    const { client } = serve(around, { accessToken: 'token-of-alice' })
    expect(await probePhoneSupport(client, 'addToAccount')).toEqual({ status, reason })
  })

  it('works where a number can be registered, also on a server that mistakes a wrong method for a path', async () => {
    const registration = challenge([['m.login.msisdn']])
    const old = { status: 400, body: { errcode: 'M_UNRECOGNIZED' } }
    for (const method of [WRONG_METHOD, old]) {
      const { client } = serve({
        'POST /register': registration,
        'GET /account/3pid/msisdn/requestToken': method,
      })
      expect(await probePhoneSupport(client, 'addToAccount')).toMatchObject({ status: 'supported' })
    }
  })
})
