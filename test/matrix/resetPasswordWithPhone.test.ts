import { expect, it } from 'vitest'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { accountErrorOf, bodiesTo, challenge, clientOf, PHONE, prove, talkTo } from './account.js'

const ACCOUNT = {
  username: 'alice',
  password: 'forgotten',
  phoneNumber: PHONE.phoneNumber,
  accessToken: 'old',
}
const WANTED = { newPassword: 'looking-glass' }

it('sets a new password for the account of the number, and signs every device out', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ACCOUNT] })
  const phone = await prove(homeserver, 'resetPassword')
  await expect(resetPasswordWithPhone(clientOf(homeserver), phone, WANTED)).resolves.toBeUndefined()
  expect(homeserver.account('alice')).toMatchObject({ password: 'looking-glass', accessTokens: [] })
})

it('leaves the devices signed in where that is wanted', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [ACCOUNT] })
  const phone = await prove(homeserver, 'resetPassword')
  await resetPasswordWithPhone(clientOf(homeserver), phone, { ...WANTED, logoutDevices: false })
  expect(homeserver.account('alice')).toMatchObject({ password: 'looking-glass', accessTokens: ['old'] })
})

it('ends at once, with a way on, on a server that resets by email only, as Synapse does', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'synapse', accounts: [ACCOUNT] })
  const error = await accountErrorOf(resetPasswordWithPhone(clientOf(homeserver), PHONE, WANTED))
  expect(error).toMatchObject({
    kind: 'not-supported',
    recovery: 'other-way',
    operation: 'changePassword',
  })
  expect(bodiesTo(homeserver, 'changePassword')).toEqual([
    { new_password: 'looking-glass', logout_devices: true },
  ])
})

it('ends also on a Synapse that took the stage although it is in no flow', async () => {
  const { client, asked } = talkTo((_, round) =>
    round === 1
      ? challenge([['m.login.msisdn'], ['m.login.email.identity']])
      : challenge([['m.login.email.identity']], { completed: ['m.login.msisdn'] }),
  )
  const error = await accountErrorOf(resetPasswordWithPhone(client, PHONE, WANTED))
  expect(error).toMatchObject({ kind: 'not-supported', recovery: 'other-way' })
  expect(asked).toHaveLength(2)
})

it('tells a person who is signed in that they have to sign in again', async () => {
  const missing = { status: 401, body: { errcode: 'M_MISSING_TOKEN' } }
  const { client } = talkTo(() => missing, { accessToken: 'token-of-alice' })
  const error = await accountErrorOf(resetPasswordWithPhone(client, PHONE, WANTED))
  expect(error).toMatchObject({ kind: 'signed-out', recovery: 'sign-in' })
})

it.each([
  [{}, true],
  [{ logoutDevices: undefined }, true],
  [{ logoutDevices: true }, true],
  [{ logoutDevices: false }, false],
])('says in every request whether devices are signed out: %j', async (wish, logout_devices) => {
  const { client, asked } = talkTo((_, round) =>
    round === 1 ? challenge([['m.login.msisdn']]) : { status: 200 },
  )
  await resetPasswordWithPhone(client, PHONE, { ...WANTED, ...wish })
  expect(asked.map(({ body }) => body['logout_devices'])).toEqual([logout_devices, logout_devices])
})

it.each([
  [undefined, null],
  ['token-of-alice', 'Bearer token-of-alice'],
])('sends the access token %s of the client as %s', async (accessToken, authorization) => {
  const { client, asked } = talkTo(
    (_, round) => (round === 1 ? challenge([['m.login.msisdn']]) : { status: 200 }),
    { accessToken },
  )
  await resetPasswordWithPhone(client, PHONE, WANTED)
  expect(asked.map((request) => request.authorization)).toEqual([authorization, authorization])
})

it.each([
  [400, 'M_WEAK_PASSWORD', 'password-weak', 'edit-password'],
  [400, 'M_PASSWORD_TOO_SHORT', 'password-weak', 'edit-password'],
  [400, 'M_THREEPID_NOT_FOUND', 'number-not-found', 'sign-up'],
  [404, 'M_NOT_FOUND', 'number-not-found', 'sign-up'],
  [404, 'M_UNRECOGNIZED', 'not-supported', 'other-way'],
  [403, 'M_FORBIDDEN', 'not-supported', 'other-way'],
  [401, 'M_UNKNOWN_TOKEN', 'signed-out', 'sign-in'],
  [401, 'M_MISSING_TOKEN', 'not-supported', 'other-way'],
  [429, 'M_UNKNOWN', 'rate-limited', 'wait'],
])('reads %i %s as %s', async (status, errcode, kind, recovery) => {
  const { client, asked } = talkTo(() => ({ status, body: { errcode, error: 'no' } }))
  const error = await accountErrorOf(resetPasswordWithPhone(client, PHONE, WANTED))
  expect(error).toMatchObject({ kind, recovery, status, errcode })
  expect(asked).toHaveLength(1)
})
