import { describe, expect, it } from 'vitest'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { askForSms, call, proveNumber, submitCode, tokenRequest } from './wire.js'

const TO_ADD = '/account/3pid/msisdn/requestToken'
const TO_RESET = '/account/password/msisdn/requestToken'
const HOUR = 60 * 60 * 1000
const BOB = { username: 'bob', password: 'builder' }

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
const notFetched = new TypeError('Failed to fetch')

describe('how many SMS the same request brings, and with how many codes', () => {
  it.each<[Scenario, number, number]>([
    ['specification', 1, 1],
    ['synapse', 3, 1],
    ['sydent', 3, 1],
    ['tom', 1, 1],
  ])('%s: %i, %i', async (scenario, texts, codes) => {
    const homeserver = new SimulatedHomeserver({ scenario })
    for (let count = 0; count < 3; count += 1) await askForSms(homeserver)
    expect(homeserver.messages).toHaveLength(texts)
    expect(new Set(homeserver.messages.map(({ code }) => code)).size).toBe(codes)
  })

  it.each<Scenario>(['synapse', 'sydent'])(
    '%s: a code that was too late is texted again',
    async (scenario) => {
      const homeserver = new SimulatedHomeserver({ scenario, now: () => 0 })
      const sent = await askForSms(homeserver)
      homeserver.advanceTime(25 * HOUR)
      expect(await submitCode(homeserver, sent)).toMatchObject({ status: 400 })
      await askForSms(homeserver, { send_attempt: 2 })
      const [first, second] = homeserver.messages
      expect(second?.code).toBe(first?.code)
      expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
    },
  )
})

describe('tom', () => {
  const tom = () => new SimulatedHomeserver({ scenario: 'tom', now: () => 0 })

  it('takes an earlier token, too, for two hours', async () => {
    const homeserver = tom()
    const sent = await askForSms(homeserver)
    await askForSms(homeserver, { send_attempt: 2 })
    const [first, second] = homeserver.messages
    expect(second?.code).not.toBe(first?.code)
    expect(await submitCode(homeserver, sent, first?.code)).toMatchObject({ status: 200 })
    homeserver.advanceTime(2 * HOUR)
    expect(await submitCode(homeserver, sent, second?.code)).toMatchObject({ status: 400 })
  })

  it('registers nobody by phone', async () => {
    const homeserver = tom()
    const auth = { type: 'm.login.msisdn', threepid_creds: await proveNumber(homeserver) }
    expect(await call(homeserver, '/register', { ...BOB, auth })).toMatchObject({
      status: 401,
      body: { errcode: 'M_THREEPID_NOT_FOUND' },
    })
  })

  it.each([
    ['unknown', 'M_NO_VALID_SESSION', () => Promise.resolve({ sid: 'none', client_secret: 'none' })],
    [
      'not verified',
      'M_SESSION_NOT_VALIDATED',
      async (homeserver: SimulatedHomeserver) => ({
        ...tokenRequest,
        sid: (await askForSms(homeserver)).body.sid,
      }),
    ],
  ])('says of a proof that is %s: %s', async (_, errcode, prove) => {
    const homeserver = tom()
    const auth = { type: 'm.login.msisdn', threepid_creds: await prove(homeserver) }
    expect(await call(homeserver, '/register', { ...BOB, auth })).toMatchObject({
      status: 401,
      body: { errcode },
    })
  })

  it('refuses a session alone, after a wrong password too, and a name without the server', async () => {
    const homeserver = tom()
    const token = homeserver.createAccount(BOB)
    const creds = await proveNumber(homeserver, TO_ADD)
    const add = (auth?: object) =>
      call(homeserver, '/account/3pid/add', { ...creds, ...(auth && { auth }) }, bearer(token))
    const { session } = (await add()).body
    const password = (user: string, given: string) => ({
      type: 'm.login.password',
      identifier: { type: 'm.id.user', user },
      password: given,
      session,
    })
    expect(await add(password('@bob:matrix.example.org', 'wrong'))).toMatchObject({ status: 401 })
    for (const auth of [{ session }, password('bob', BOB.password)]) {
      expect(await add(auth)).toMatchObject({ status: 400, body: { errcode: 'M_INVALID_PARAM' } })
    }
    expect(await add(password('@bob:matrix.example.org', BOB.password))).toMatchObject({ status: 200 })
  })

  it('leaves devices signed in after a reset unless it is told otherwise', async () => {
    const homeserver = tom()
    homeserver.createAccount({ ...BOB, phoneNumber: tokenRequest.phone_number, accessToken: 'old' })
    const auth = { type: 'm.login.msisdn', threepid_creds: await proveNumber(homeserver, TO_RESET) }
    await call(homeserver, '/account/password', { new_password: 'another', auth })
    expect(homeserver.account('bob')).toMatchObject({ password: 'another', accessTokens: ['old'] })
  })

  it('lacks the CORS headers of its errors, and of preflights', async () => {
    const homeserver = tom()
    await expect(call(homeserver, '/nonsense')).rejects.toThrow(notFetched)
    await expect(call(homeserver, TO_ADD)).rejects.toThrow(notFetched)
    for (const [method, path, status] of [
      ['OPTIONS', '/register', 204],
      ['GET', TO_ADD, 404],
    ] as const) {
      const request = new Request(`${homeserver.baseUrl}/_matrix/client/v3${path}`, { method })
      const { headers, ...answer } = await homeserver.handle(request)
      expect({ ...answer, has: headers.has('Access-Control-Allow-Origin') }).toMatchObject({ has: false })
      expect((await homeserver.handle(request)).status).toBe(status)
    }
  })

  it('answers its hundred-and-first registration with a web page', async () => {
    const homeserver = tom()
    for (let count = 0; count < 100; count += 1) await call(homeserver, '/register', {})
    const request = new Request(`${homeserver.baseUrl}/_matrix/client/v3/register`, {
      method: 'POST',
      body: '{}',
    })
    const { status, headers } = await homeserver.handle(request)
    expect({ status, type: headers.get('Content-Type') }).toEqual({
      status: 429,
      type: 'text/html; charset=utf-8',
    })
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)
  })
})

describe.each<Scenario>(['dendrite', 'conduit'])('%s', (scenario) => {
  const server = () => new SimulatedHomeserver({ scenario })

  it('has no call to text a number that registers or resets, for any method', async () => {
    for (const path of ['/register/msisdn/requestToken', TO_RESET]) {
      for (const body of [undefined, tokenRequest]) {
        expect(await call(server(), path, body)).toMatchObject({
          status: 404,
          body: { errcode: 'M_UNRECOGNIZED' },
        })
      }
    }
    expect((await call(server(), '/register', {})).body.flows).toEqual([{ stages: ['m.login.dummy'] }])
  })

  it('wants an access token for a new password', async () => {
    expect(await call(server(), '/account/password', { new_password: 'another' })).toMatchObject({
      status: 401,
      body: { errcode: 'M_MISSING_TOKEN' },
    })
  })
})

it('dendrite: has no call to text a number to add', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'dendrite' })
  for (const body of [undefined, tokenRequest]) {
    expect(await call(homeserver, TO_ADD, body)).toMatchObject({
      status: 404,
      body: { errcode: 'M_UNRECOGNIZED' },
    })
  }
  expect(await call(homeserver, '/account/password', {})).toMatchObject({ status: 401 })
})

it('conduit: refuses every number to add, and hides another method from pages', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'conduit' })
  expect(await askForSms(homeserver, {}, TO_ADD)).toMatchObject({
    status: 403,
    body: { errcode: 'M_THREEPID_DENIED' },
  })
  await expect(call(homeserver, TO_ADD)).rejects.toThrow(notFetched)
  expect(await call(homeserver, '/account/password', {})).toMatchObject({
    status: 400,
    body: { errcode: 'M_BAD_JSON' },
  })
})
