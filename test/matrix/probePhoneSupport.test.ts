import { describe, expect, it } from 'vitest'
import type { Purpose } from '../../src/matrix/purposes.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { challenge, clientOf, talkTo, type Reply } from './account.js'
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

/** What stands in the way between a page and an answer without CORS headers. */
const HIDDEN = 'lost' as const
const UNRECOGNIZED: Reply = { status: 404, body: { errcode: 'M_UNRECOGNIZED' } }
const LOGIN: Reply = { status: 200, body: { flows: [{ type: 'm.login.password' }] } }
const HTML_404: Reply = { status: 404, body: '<pre>Cannot GET</pre>' }

describe('the probe of a real server', () => {
  const dendrite = {
    'GET /_matrix/client/versions': VERSIONS,
    'GET /login': LOGIN,
    'POST /register': challenge([['m.login.dummy']]),
    'POST /account/password': { status: 401, body: { errcode: 'M_MISSING_TOKEN' } },
  }
  const conduit = {
    'GET /_matrix/client/versions': VERSIONS,
    'GET /login': LOGIN,
    'POST /register': challenge([['m.login.dummy']]),
    'POST /account/password': { status: 400, body: { errcode: 'M_BAD_JSON' } },
    'GET /account/3pid/msisdn/requestToken': HIDDEN,
  }
  const tom = {
    'GET /_matrix/client/versions': VERSIONS,
    'GET /login': LOGIN,
    'GET /account/3pid/msisdn/requestToken': HTML_404,
  }
  const delegating = {
    'GET /_matrix/client/versions': VERSIONS,
    'POST /register': { status: 403, body: { errcode: 'M_FORBIDDEN' } },
    'GET /_matrix/client/v1/auth_metadata': {
      status: 200,
      body: {
        issuer: 'https://auth.example.org/',
        account_management_uri: 'https://auth.example.org/account',
      },
    },
  }
  const oauth = { status: 'unsupported', reason: 'oauth', accountUrl: 'https://auth.example.org/account' }

  it.each<[string, Purpose, Record<string, Reply | 'lost'>, unknown]>([
    ['Dendrite', 'register', dendrite, { status: 'unsupported', reason: 'no-phone' }],
    ['Dendrite', 'resetPassword', dendrite, { status: 'unsupported', reason: 'no-endpoint' }],
    ['Dendrite', 'addToAccount', dendrite, { status: 'unsupported', reason: 'no-endpoint' }],
    ['Conduit', 'register', conduit, { status: 'unsupported', reason: 'no-phone' }],
    ['Conduit', 'resetPassword', conduit, { status: 'unsupported', reason: 'no-endpoint' }],
    ['Conduit', 'addToAccount', conduit, { status: 'unknown', reason: 'not-told' }],
    ['ToM-server', 'addToAccount', tom, { status: 'unknown', reason: 'not-told' }],
    ['Synapse with OAuth', 'register', delegating, oauth],
    ['Synapse with OAuth', 'resetPassword', delegating, oauth],
    ['Synapse with OAuth', 'addToAccount', delegating, oauth],
  ])('of %s for %s says what that server can', async (_, purpose, answers, support) => {
    expect(await probePhoneSupport(serve(answers).client, purpose)).toEqual(support)
  })
})

describe('a call that no page can read', () => {
  it.each<[Purpose, string]>([
    ['register', 'POST /register'],
    ['resetPassword', 'POST /account/password'],
    ['addToAccount', 'GET /account/3pid/msisdn/requestToken'],
  ])('for %s says nothing of the network where others were answered', async (purpose, call) => {
    const { client } = serve({ 'GET /login': LOGIN, [call]: HIDDEN })
    expect(await probePhoneSupport(client, purpose)).toEqual({ status: 'unknown', reason: 'not-told' })
  })

  it.each(PURPOSES)(
    'for %s means that nobody can be reached where no other was answered',
    async (purpose) => {
      const { client } = talkTo(() => 'lost')
      expect(await probePhoneSupport(client, purpose)).toEqual({ status: 'unknown', reason: 'offline' })
    },
  )
})

describe('a password reset that tells neither flows nor a refusal', () => {
  const silent = { status: 401, body: { errcode: 'M_MISSING_TOKEN' } }

  it.each<[string, Reply, unknown]>([
    ['is missing', UNRECOGNIZED, { status: 'unsupported', reason: 'no-endpoint' }],
    ['may be there', WRONG_METHOD, { status: 'unknown', reason: 'not-told' }],
    [
      'may be there, on an old Synapse',
      { ...WRONG_METHOD, status: 400 },
      { status: 'unknown', reason: 'not-told' },
    ],
    ['is not told of', HTML_404, { status: 'unknown', reason: 'not-told' }],
  ])('%s as its requestToken call says', async (_, answer, support) => {
    const { client, asked } = serve({
      'GET /_matrix/client/versions': VERSIONS,
      'POST /account/password': silent,
      'GET /account/password/msisdn/requestToken': answer,
    })
    expect(await probePhoneSupport(client, 'resetPassword')).toEqual(support)
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
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
