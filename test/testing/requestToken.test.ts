import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { askForSms, call, tokenRequest } from './wire.js'

it('texts a six-digit code and says where to submit it', async () => {
  const homeserver = new SimulatedHomeserver({ now: () => 1_700_000_000_000 })
  const { status, body } = await askForSms(homeserver)
  expect(status).toBe(200)
  expect(body.sid).toMatch(/^[0-9a-zA-Z.=_-]{1,255}$/)
  expect(body.submit_url).toBe(
    'https://matrix.example.org/_matrix/client/unstable/add_threepid/msisdn/submit_token',
  )
  const sms = homeserver.lastSms()
  expect(sms).toMatchObject({ to: '+12025550123', sentAt: 1_700_000_000_000 })
  expect(sms?.code).toMatch(/^\d{6}$/)
  expect(sms?.text).toContain(sms?.code)
})

it('sends no second SMS for the same attempt, and answers the same session', async () => {
  const homeserver = new SimulatedHomeserver()
  const first = await askForSms(homeserver)
  const second = await askForSms(homeserver)
  expect(second).toEqual(first)
  expect(homeserver.messages).toHaveLength(1)
})

it('sends no SMS for a lower attempt, and one for a greater attempt', async () => {
  const homeserver = new SimulatedHomeserver()
  const first = await askForSms(homeserver, { send_attempt: 3 })
  await askForSms(homeserver, { send_attempt: 2 })
  expect(homeserver.messages).toHaveLength(1)
  const third = await askForSms(homeserver, { send_attempt: 4 })
  expect(homeserver.messages).toHaveLength(2)
  expect(third.body.sid).toBe(first.body.sid)
})

it('repeats the code in a second SMS while that code lives', async () => {
  const homeserver = new SimulatedHomeserver()
  await askForSms(homeserver)
  await askForSms(homeserver, { send_attempt: 2 })
  expect(homeserver.messages[1]?.code).toBe(homeserver.messages[0]?.code)
})

it('takes another spelling of the number for the same session', async () => {
  const homeserver = new SimulatedHomeserver()
  const first = await askForSms(homeserver, { phone_number: '+44 (0)7700 900123', country: 'US' })
  const second = await askForSms(homeserver, { phone_number: '07700 900123', country: 'GB' })
  expect(second.body.sid).toBe(first.body.sid)
  expect(homeserver.messages.map(({ to }) => to)).toEqual(['+447700900123'])
})

it('counts attempts for each secret and each number', async () => {
  const homeserver = new SimulatedHomeserver()
  await askForSms(homeserver)
  await askForSms(homeserver, { client_secret: 'another' })
  await askForSms(homeserver, { phone_number: '+12025550124' })
  expect(homeserver.messages).toHaveLength(3)
  const sids = await Promise.all([
    askForSms(homeserver),
    askForSms(homeserver, { client_secret: 'another' }),
    askForSms(homeserver, { phone_number: '+12025550124' }),
  ])
  expect(new Set(sids.map(({ body }) => body.sid)).size).toBe(3)
})

it('gives the same codes for the same seed, and others for another', async () => {
  const codesOf = async (seed: number) => {
    const homeserver = new SimulatedHomeserver({ seed })
    for (const secret of ['a', 'b', 'c']) await askForSms(homeserver, { client_secret: secret })
    return homeserver.messages.map(({ code }) => code)
  }
  expect(await codesOf(7)).toEqual(await codesOf(7))
  expect(await codesOf(7)).not.toEqual(await codesOf(8))
})

it('gives codes that do not depend on how many accounts there are', async () => {
  const empty = new SimulatedHomeserver()
  const full = new SimulatedHomeserver({ accounts: [{ username: 'alice' }, { username: 'bob' }] })
  await askForSms(empty)
  await askForSms(full)
  expect(full.lastSms()?.code).toBe(empty.lastSms()?.code)
})

it.each([
  ['/_matrix/client/r0', {}],
  ['/_api/client/v3', { apiPath: '/_api/client/v3' }],
  ['/_api/client/v3', { apiPath: '_api/client/v3/' }],
  ['/matrix/_matrix/client/v3', { baseUrl: 'https://matrix.example.org/matrix/' }],
])('answers under %s', async (path, options) => {
  const homeserver = new SimulatedHomeserver(options)
  const url = `https://matrix.example.org${path}/register/msisdn/requestToken`
  const { status, body } = await call(homeserver, url, tokenRequest)
  expect(status).toBe(200)
  expect(String(body.submit_url).startsWith(`${homeserver.baseUrl}/_matrix/client/unstable/`)).toBe(true)
})

it.each([
  ['not JSON', 'M_NOT_JSON', 'client_secret=a&country=GB'],
  ['no object', 'M_BAD_JSON', '[]'],
])('refuses a body that is %s', async (_, errcode, body) => {
  const homeserver = new SimulatedHomeserver()
  const url = `${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken`
  const response = await homeserver.fetch(url, { method: 'POST', body })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errcode })
})

it.each([
  ['M_MISSING_PARAM', { phone_number: undefined, client_secret: '!' }],
  ['M_INVALID_PARAM', { client_secret: '!' }],
  ['M_INVALID_PARAM', { client_secret: 's'.repeat(256) }],
  ['M_INVALID_PARAM', { country: 'gb' }],
  ['M_INVALID_PARAM', { phone_number: 'abc' }],
  ['M_INVALID_PARAM', { phone_number: '07700 900123', country: 'AQ' }],
  ['M_INVALID_PARAM', { send_attempt: '1' }],
  ['M_INVALID_PARAM', { next_link: 'elsewhere' }],
  ['M_MISSING_PARAM', { id_server: 'id.example.org' }],
])('answers 400 %s to %j and sends no SMS', async (errcode, changes) => {
  const homeserver = new SimulatedHomeserver()
  expect(await askForSms(homeserver, changes)).toMatchObject({ status: 400, body: { errcode } })
  expect(homeserver.messages).toEqual([])
})

it('names every missing field', async () => {
  const { body } = await askForSms(new SimulatedHomeserver(), { country: undefined, phone_number: undefined })
  expect(body.error).toBe("Missing params: ['country', 'phone_number']")
})

it('texts a number that is possible but not in use anywhere', async () => {
  const homeserver = new SimulatedHomeserver()
  expect(await askForSms(homeserver, { phone_number: '12', country: 'GB' })).toMatchObject({ status: 200 })
  expect(homeserver.lastSms()?.to).toBe('+4412')
})

it('refuses a number in use for registering and for adding, and asks for it for a password reset', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ phoneNumber: '+12025550123' }] })
  const inUse = { status: 400, body: { errcode: 'M_THREEPID_IN_USE' } }
  expect(await askForSms(homeserver)).toMatchObject(inUse)
  expect(await askForSms(homeserver, {}, '/account/3pid/msisdn/requestToken')).toMatchObject(inUse)
  const reset = '/account/password/msisdn/requestToken'
  expect(await askForSms(homeserver, {}, reset)).toMatchObject({ status: 200 })
  expect(await askForSms(homeserver, { phone_number: '+12025550124' }, reset)).toMatchObject({
    status: 400,
    body: { errcode: 'M_THREEPID_NOT_FOUND' },
  })
})

it('limits the requests for a number by its clock', async () => {
  const homeserver = new SimulatedHomeserver({ rateLimit: { burst: 2, perSecond: 0.1 } })
  await askForSms(homeserver)
  await askForSms(homeserver, { send_attempt: 2 })
  const limited = await askForSms(homeserver, { send_attempt: 3 })
  expect(limited).toMatchObject({ status: 429, body: { errcode: 'M_LIMIT_EXCEEDED' } })
  const retryAfter = Number(limited.body.retry_after_ms)
  expect(retryAfter).toBeGreaterThan(9_000)
  expect(await askForSms(homeserver, { phone_number: '+12025550124' })).toMatchObject({ status: 200 })

  homeserver.advanceTime(retryAfter)
  expect(await askForSms(homeserver, { send_attempt: 3 })).toMatchObject({ status: 200 })
  expect(homeserver.lastSms()?.to).toBe('+12025550123')
})

it('tells a wait of a day where nothing is granted after the first ones', async () => {
  const homeserver = new SimulatedHomeserver({ rateLimit: { burst: 1, perSecond: 0 } })
  await askForSms(homeserver)
  expect(await askForSms(homeserver, { send_attempt: 2 })).toMatchObject({
    status: 429,
    body: { retry_after_ms: 86_400_000 },
  })
})

it('answers 404 to an unknown path and 405 to a wrong method', async () => {
  const homeserver = new SimulatedHomeserver()
  const unrecognized = { errcode: 'M_UNRECOGNIZED' }
  expect(await call(homeserver, '/sync')).toMatchObject({ status: 404, body: unrecognized })
  expect(await call(homeserver, '/register')).toMatchObject({ status: 405, body: unrecognized })
})

it('lets a page on any origin read its answers, but not Retry-After', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'rate-limited' })
  const url = `${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken`
  const preflight = await homeserver.fetch(url, { method: 'OPTIONS' })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization')
  const limited = await homeserver.fetch(url, { method: 'POST', body: '{}' })
  expect(limited.headers.get('Access-Control-Allow-Origin')).toBe('*')
  expect(limited.headers.get('Retry-After')).toBe('333')
  expect(limited.headers.get('Access-Control-Expose-Headers')).not.toContain('Retry-After')
})
