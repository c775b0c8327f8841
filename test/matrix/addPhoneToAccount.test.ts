import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { accountErrorOf, bodiesTo, challenge, clientOf, PHONE, prove, talkTo } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland', accessToken: 'token-of-alice' }
const OWNER = { userId: '@alice:matrix.example.org', password: 'wonderland' }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('adds the number, with the access token and the account’s password', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const phone = await prove(homeserver, 'addToAccount')
  const client = clientOf(homeserver, { accessToken: 'token-of-alice' })
  await expect(addPhoneToAccount(client, phone, OWNER)).resolves.toBeUndefined()
  expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
  const [first, second] = bodiesTo(homeserver, 'add3PID')
  expect(first).toEqual({ sid: phone.sid, client_secret: phone.clientSecret })
  expect(second).toMatchObject({ ...first, auth: { type: 'm.login.password', password: 'wonderland' } })
})

it('hands the password stage to the app that did not give the password', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const phone = await prove(homeserver, 'addToAccount')
  const client = clientOf(homeserver, { accessToken: 'token-of-alice' })
  const identifier = { type: 'm.id.user', user: 'alice' }
  const stages = { 'm.login.password': () => ({ identifier, password: 'wonderland' }) }
  await addPhoneToAccount(client, phone, {}, { stages })
  expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
})

it('says that the password is wrong, and goes on with the right one without another SMS', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const phone = await prove(homeserver, 'addToAccount')
  const client = clientOf(homeserver, { accessToken: 'token-of-alice' })
  const wrong = await accountErrorOf(addPhoneToAccount(client, phone, { ...OWNER, password: 'wrong' }))
  expect(wrong).toMatchObject({
    kind: 'password-incorrect',
    recovery: 'edit-password',
    stage: 'm.login.password',
  })
  await addPhoneToAccount(client, phone, OWNER)
  expect(homeserver.phoneNumbersOf('alice')).toEqual([PHONE.phoneNumber])
  expect(homeserver.messages).toHaveLength(1)
})

it.each([undefined, ''])('sends nothing with the access token %j', async (accessToken) => {
  const { client, asked } = talkTo(() => ({ status: 200 }), { accessToken })
  expect(await accountErrorOf(addPhoneToAccount(client, PHONE, OWNER))).toMatchObject({
    kind: 'signed-out',
    recovery: 'sign-in',
  })
  expect(asked).toEqual([])
})

it('tells a bad access token from a wish for auth: both are 401', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const phone = await prove(homeserver, 'addToAccount')
  const client = clientOf(homeserver, { accessToken: 'token-of-nobody' })
  const error = await accountErrorOf(addPhoneToAccount(client, phone, OWNER))
  expect(error).toMatchObject({ kind: 'signed-out', status: 401, errcode: 'M_UNKNOWN_TOKEN' })
  expect(bodiesTo(homeserver, 'add3PID')).toHaveLength(1)
})

it('repeats once, a second later, what a server refuses that has not heard of the right code yet', async () => {
  const { client, asked } = talkTo(
    (_, round) => {
      if (round === 1) return challenge([['m.login.password']])
      const isHeard = round > 2
      return isHeard ? { status: 200 } : { status: 400, body: { errcode: 'M_THREEPID_AUTH_FAILED' } }
    },
    { accessToken: 'token-of-alice' },
  )
  const call = addPhoneToAccount(client, PHONE, OWNER)
  await vi.advanceTimersByTimeAsync(999)
  expect(asked).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  await call
  expect(asked).toHaveLength(3)
  expect(asked[2]).toEqual(asked[1])
})

it('says that the number must be verified again when its proof is too old', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ALICE] })
  const phone = await prove(homeserver, 'addToAccount')
  homeserver.advanceTime(24 * 60 * 60 * 1000)
  const client = clientOf(homeserver, { accessToken: 'token-of-alice' })
  const failed = accountErrorOf(addPhoneToAccount(client, phone, OWNER))
  await vi.runAllTimersAsync()
  expect(await failed).toMatchObject({ kind: 'proof-refused', recovery: 'verify-again' })
  expect(vi.getTimerCount()).toBe(0)
})

it('adds a number that another account bound meanwhile where the server moves it, as Synapse does', async () => {
  const { client } = talkTo(
    (_, round) => (round === 1 ? challenge([['m.login.password']]) : { status: 200, body: {} }),
    { accessToken: 'token-of-alice' },
  )
  await expect(addPhoneToAccount(client, PHONE, OWNER)).resolves.toBeUndefined()
})

it('says that a number is in use where the server says so', async () => {
  const { client } = talkTo(
    () => ({ status: 400, body: { errcode: 'M_THREEPID_IN_USE', error: 'MSISDN is already in use' } }),
    { accessToken: 'token-of-alice' },
  )
  expect(await accountErrorOf(addPhoneToAccount(client, PHONE, OWNER))).toMatchObject({
    kind: 'number-in-use',
    recovery: 'edit-number',
  })
})
