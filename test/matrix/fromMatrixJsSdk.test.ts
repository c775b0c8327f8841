import { createClient } from 'matrix-js-sdk'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { fromMatrixJsSdk } from '../../src/matrix/fromMatrixJsSdk.js'
import { probePhoneSupport } from '../../src/matrix/probePhoneSupport.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { accountErrorOf, PHONE } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland', accessToken: 'token-of-alice' }
const NUMBER = { phoneNumber: PHONE.phoneNumber, country: PHONE.country, clientSecret: PHONE.clientSecret }

/** The SDK's own client of a simulated homeserver. */
function sdkOf(homeserver: SimulatedHomeserver, accessToken?: string) {
  const logger = { trace: vi.fn(), debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  return createClient({
    baseUrl: homeserver.baseUrl,
    fetchFn: homeserver.fetch,
    logger: { ...logger, getChild: () => ({ ...logger, getChild: vi.fn() }) },
    ...(accessToken !== undefined && { accessToken, userId: '@alice:matrix.example.org' }),
  })
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('a request went past the SDK')))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('verifies and registers a number through the fetch of a client of matrix-js-sdk', async () => {
  const homeserver = new SimulatedHomeserver()
  const client = fromMatrixJsSdk(sdkOf(homeserver))
  const { sid, submitUrl = '' } = await client.requestTokenToRegisterMSISDN({ ...NUMBER, sendAttempt: 1 })
  const token = homeserver.lastSms()?.code ?? ''
  await client.submitToken({ submitUrl, sid, clientSecret: NUMBER.clientSecret, token })
  const phone = { ...NUMBER, sid }
  await registerWithPhone(client, phone, { username: 'alice', password: 'wonderland' })
  expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
})

it('adds a number with its access token, which no requestToken call and no submit_url gets', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const client = fromMatrixJsSdk(sdkOf(homeserver, 'token-of-alice'))
  const { sid, submitUrl = '' } = await client.requestTokenTo3PIDMSISDN({ ...NUMBER, sendAttempt: 1 })
  const token = homeserver.lastSms()?.code ?? ''
  await client.submitToken({ submitUrl, sid, clientSecret: NUMBER.clientSecret, token })
  await addPhoneToAccount(client, { ...NUMBER, sid }, { userId: 'alice', password: 'wonderland' })
  expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
  const withToken = homeserver.requests.filter(({ headers }) => 'authorization' in headers)
  expect(new Set(withToken.map(({ operation }) => operation))).toEqual(new Set(['add3PID']))
})

it('uses the access token of the moment, also after the SDK got another one', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const sdk = sdkOf(homeserver, 'expired')
  const client = fromMatrixJsSdk(sdk)
  expect(client.accessToken).toBe('expired')
  const owner = { userId: 'alice', password: 'wonderland' }
  expect(await accountErrorOf(addPhoneToAccount(client, PHONE, owner))).toMatchObject({ kind: 'signed-out' })
  sdk.setAccessToken('token-of-alice')
  expect(client.accessToken).toBe('token-of-alice')
  expect(await probePhoneSupport(client, 'addToAccount')).toMatchObject({ status: 'supported' })
})

it('belongs to the account of the SDK, whatever its token is at the moment', () => {
  const sdk = sdkOf(new SimulatedHomeserver(), 'token-of-alice')
  const client = fromMatrixJsSdk(sdk)
  expect(client).toMatchObject({ userId: '@alice:matrix.example.org', account: '@alice:matrix.example.org' })
  sdk.setAccessToken('another-token')
  expect(client.account).toBe('@alice:matrix.example.org')
})

it('belongs to nobody, and has no access token, where nobody is signed in', () => {
  const client = fromMatrixJsSdk(sdkOf(new SimulatedHomeserver()))
  expect(client).toMatchObject({ accessToken: undefined, userId: undefined, account: undefined })
})

it('takes the options that the SDK knows nothing of', () => {
  const client = fromMatrixJsSdk(sdkOf(new SimulatedHomeserver()), { apiPath: '/_api/client/v3', timeout: 5 })
  expect(client).toMatchObject({ apiPath: '/_api/client/v3', timeout: 5 })
})
