import { expect, it } from 'vitest'
import { scenarios, SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { askForSms, call, submitCode, tokenRequest } from './wire.js'

const RESET = '/account/password/msisdn/requestToken'

it('describes every scenario in one sentence', () => {
  for (const { description } of Object.values(scenarios)) expect(description).toMatch(/^[A-Z].+\.$/)
})

it.each<[Scenario, number, string]>([
  ['number-in-use', 400, 'M_THREEPID_IN_USE'],
  ['number-invalid', 400, 'M_INVALID_PARAM'],
  ['number-denied', 403, 'M_THREEPID_DENIED'],
  ['country-unsupported', 400, 'M_DESTINATION_REJECTED'],
  ['terms-not-signed', 403, 'M_TERMS_NOT_SIGNED'],
  ['server-not-trusted', 400, 'M_SERVER_NOT_TRUSTED'],
  ['not-supported', 404, 'M_UNRECOGNIZED'],
  ['not-supported-medium', 400, 'M_THREEPID_MEDIUM_NOT_SUPPORTED'],
  ['not-supported-synapse', 400, 'M_UNKNOWN'],
  ['rate-limited', 429, 'M_LIMIT_EXCEEDED'],
  ['rate-limited-header', 429, 'M_LIMIT_EXCEEDED'],
  ['rate-limited-no-hint', 429, 'M_UNKNOWN'],
  ['sms-failed', 400, 'M_SEND_ERROR'],
  ['server-error', 500, 'M_UNKNOWN'],
])('%s: a request for an SMS is %i %s', async (scenario, status, errcode) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  expect(await askForSms(homeserver)).toMatchObject({ status, body: { errcode } })
  expect(homeserver.messages).toEqual([])
})

it.each<[Scenario, number, Record<string, unknown>]>([
  ['specification', 400, { errcode: 'M_TOKEN_INCORRECT' }],
  ['synapse', 400, { errcode: 'M_UNKNOWN', error: 'Error contacting the identity server' }],
  ['sydent', 404, { errcode: 'M_NO_VALID_SESSION', success: false }],
  ['tom', 400, { errcode: 'M_INVALID_PARAM' }],
  ['wrong-code-success-false', 200, { success: false }],
  ['wrong-code-errcode-in-200', 200, { errcode: 'M_NO_VALID_SESSION' }],
  ['session-expired', 400, { errcode: 'M_SESSION_EXPIRED' }],
])('%s: a wrong code is %i %j', async (scenario, status, body) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  expect(await submitCode(homeserver, await askForSms(homeserver), 'wrong')).toMatchObject({ status, body })
})

it.each<[Scenario, number]>([
  ['gateway-down', 502],
  ['html-200', 200],
  ['not-supported-html', 404],
])('%s: the answer is a web page with status %i', async (scenario, status) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  const url = `${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken`
  const response = await homeserver.fetch(url, { method: 'POST', body: JSON.stringify(tokenRequest) })
  expect(response.status).toBe(status)
  expect(response.headers.get('Content-Type')).toContain('text/html')
  expect(await response.text()).toContain('<html>')
})

it.each<[Scenario, unknown]>([
  ['sid-missing', undefined],
  ['sid-empty', ''],
  ['sid-numeric', 12345],
  ['sid-overlong', 's'.repeat(256)],
])('%s: the sid of the answer is that', async (scenario, sid) => {
  const { status, body } = await askForSms(new SimulatedHomeserver({ scenario }))
  expect({ status, sid: body.sid }).toEqual({ status: 200, sid })
})

it.each<[Scenario, RegExp | undefined]>([
  ['no-submit-url', undefined],
  ['submit-url-javascript', /^javascript:/],
  ['submit-url-http', /^http:\/\/matrix\.example\.org\//],
  ['submit-url-other-host', /^https:\/\/verify\.example\.net\//],
  ['submit-url-relative', /^\/_matrix\//],
  ['submit-url-userinfo', /^https:\/\/alice:secret@matrix\.example\.org\//],
])('%s: the submit_url is that', async (scenario, expected) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  const { body } = await askForSms(homeserver)
  if (expected) expect(body.submit_url).toMatch(expected)
  else expect(body).not.toHaveProperty('submit_url')
  expect(homeserver.messages).toHaveLength(1)
})

it.each<[Scenario, string]>([
  ['submit-url-http', 'http://example.org/matrix'],
  ['submit-url-relative', '/matrix'],
  ['submit-url-userinfo', 'https://alice:secret@example.org/matrix'],
])('%s: the submit_url has the path of the base URL', async (scenario, base) => {
  const homeserver = new SimulatedHomeserver({ scenario, baseUrl: 'https://example.org/matrix' })
  const { body } = await askForSms(homeserver)
  expect(body.submit_url).toBe(`${base}/_matrix/client/unstable/add_threepid/msisdn/submit_token`)
})

it('submit-url-other-host: the code is accepted there', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'submit-url-other-host' })
  expect(await submitCode(homeserver, await askForSms(homeserver))).toMatchObject({ status: 200 })
})

it('synapse: no password reset by phone, and the sixth request waits five and a half minutes', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'synapse', now: () => 0 })
  expect(await askForSms(homeserver, {}, RESET)).toMatchObject({
    status: 404,
    body: { errcode: 'M_UNRECOGNIZED' },
  })
  const { body } = await call(homeserver, '/account/password', { new_password: 'x' })
  expect(body.flows).toEqual([{ stages: ['m.login.email.identity'] }])
  for (const digit of [1, 2, 3, 4, 5]) {
    await askForSms(homeserver, { phone_number: `+1202555012${digit}` })
  }
  expect(await askForSms(homeserver)).toMatchObject({ status: 429, body: { retry_after_ms: 333_334 } })
})

it('synapse: accepts what it does not check, and crashes on a wrong type', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'synapse' })
  expect(await askForSms(homeserver, { country: 'nowhere' })).toMatchObject({
    status: 200,
    body: { success: true, msisdn: '12025550123', intl_fmt: '+1 202 555 0123' },
  })
  expect(await askForSms(homeserver, { send_attempt: '1' })).toMatchObject({ status: 500 })
})

it('sydent: every repeated request texts again, until a limit without a hint', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'sydent' })
  for (let count = 0; count < 5; count += 1) await askForSms(homeserver)
  expect(homeserver.messages).toHaveLength(5)
  const limited = await askForSms(homeserver)
  expect(limited).toEqual({
    status: 429,
    body: { errcode: 'M_UNKNOWN', error: 'Limit exceeded for this number' },
  })
})

it('tom: a long token that works once, and a new one with each resend', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'tom' })
  const sent = await askForSms(homeserver)
  await askForSms(homeserver, { send_attempt: 2 })
  const [first, second] = homeserver.messages
  expect(first?.code).toMatch(/^\w{64}$/)
  expect(second?.code).not.toBe(first?.code)
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
  expect(await submitCode(homeserver, sent)).toMatchObject({
    status: 400,
    body: { errcode: 'M_INVALID_PARAM' },
  })
})

it('number-in-use-hidden: says that it sent, without a submit_url, and sends nothing', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'number-in-use-hidden' })
  const { status, body } = await askForSms(homeserver)
  expect(status).toBe(200)
  expect(Object.keys(body)).toEqual(['sid'])
  expect(body.sid).toMatch(/^[a-zA-Z]{16}$/)
  expect(homeserver.messages).toEqual([])
})

it('number-in-use-notice: the SMS says so and holds no code', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'number-in-use-notice' })
  expect(await askForSms(homeserver)).toMatchObject({ status: 200 })
  expect(homeserver.lastSms()).toMatchObject({ to: '+12025550123', code: '' })
})

it('number-not-found: a password cannot be reset, but the number can be registered', async () => {
  const homeserver = new SimulatedHomeserver({
    scenario: 'number-not-found',
    accounts: [{ phoneNumber: tokenRequest.phone_number }],
  })
  expect(await askForSms(homeserver, {}, RESET)).toMatchObject({
    status: 400,
    body: { errcode: 'M_THREEPID_NOT_FOUND' },
  })
  expect(await askForSms(homeserver, { phone_number: '+12025550124' })).toMatchObject({ status: 200 })
})

it('not-supported: the flows of a registration say so, too', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'not-supported' })
  const { body } = await call(homeserver, '/register', {})
  expect(body.flows).toEqual([{ stages: ['m.login.dummy'] }])
})

it('registration-closed: an SMS is sent, but nobody can register', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'registration-closed' })
  expect(await askForSms(homeserver)).toMatchObject({ status: 200 })
  expect(await call(homeserver, '/register', {})).toMatchObject({
    status: 403,
    body: { errcode: 'M_FORBIDDEN' },
  })
})

it('keeps sessions and accounts when the scenario changes', async () => {
  const homeserver = new SimulatedHomeserver()
  const sent = await askForSms(homeserver)
  homeserver.scenario = 'gateway-down'
  homeserver.scenario = 'synapse'
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
})
