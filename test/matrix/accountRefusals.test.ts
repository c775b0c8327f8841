import { describe, expect, it } from 'vitest'
import type { AccountErrorKind, AccountRecovery } from '../../src/matrix/AccountError.js'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import { accountErrorOf, challenge, PHONE, talkTo, type Reply } from './account.js'

const ALICE = { username: 'alice', password: 'wonderland' }

it.each<[number, string, AccountErrorKind, AccountRecovery]>([
  [400, 'M_USER_IN_USE', 'username-taken', 'edit-username'],
  [400, 'M_EXCLUSIVE', 'username-taken', 'edit-username'],
  [400, 'M_INVALID_USERNAME', 'username-invalid', 'edit-username'],
  [400, 'M_WEAK_PASSWORD', 'password-weak', 'edit-password'],
  [400, 'M_PASSWORD_NO_DIGIT', 'password-weak', 'edit-password'],
  [400, 'M_THREEPID_IN_USE', 'number-in-use', 'sign-in'],
  [403, 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  [400, 'M_THREEPID_MEDIUM_NOT_SUPPORTED', 'not-supported', 'other-way'],
  [404, 'M_UNRECOGNIZED', 'not-supported', 'other-way'],
  [403, 'M_FORBIDDEN', 'registration-closed', 'other-way'],
  [401, 'M_MISSING_TOKEN', 'signed-out', 'sign-in'],
  [401, 'M_UNKNOWN_TOKEN', 'signed-out', 'sign-in'],
  [429, 'M_LIMIT_EXCEEDED', 'rate-limited', 'wait'],
  [400, 'M_UNKNOWN', 'server-error', 'retry'],
  [500, 'M_UNKNOWN', 'server-error', 'retry'],
])('reads %i %s of a registration as %s, to %s', async (status, errcode, kind, recovery) => {
  const { client, asked } = talkTo(() => ({ status, body: { errcode } }))
  const error = await accountErrorOf(registerWithPhone(client, PHONE, ALICE))
  expect(error).toMatchObject({ kind, recovery, status, errcode, operation: 'register' })
  expect(error.retryAt === undefined).toBe(kind !== 'rate-limited')
  expect(asked).toHaveLength(1)
})

it('waits as long as a Retry-After says', async () => {
  const { client } = talkTo(() => ({ status: 429, headers: { 'Retry-After': '7' } }), { now: () => 1000 })
  expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({ retryAt: 8000 })
})

it('waits as long as a limit says that answers with a page of HTML, as ToM-server does', async () => {
  const limit = { status: 429, headers: { 'Retry-After': '600', 'Content-Type': 'text/html' } }
  const { client } = talkTo(() => ({ ...limit, body: '<h1>Too many requests</h1>' }), { now: () => 1000 })
  expect(await accountErrorOf(registerWithPhone(client, PHONE, ALICE))).toMatchObject({
    kind: 'rate-limited',
    recovery: 'wait',
    retryAt: 601_000,
  })
})

it.each<[number, string, AccountErrorKind, AccountRecovery]>([
  [400, 'M_THREEPID_AUTH_FAILED', 'proof-refused', 'verify-again'],
  [401, 'M_NO_VALID_SESSION', 'proof-refused', 'verify-again'],
  [400, 'M_SESSION_NOT_VALIDATED', 'proof-refused', 'verify-again'],
  [400, 'M_SESSION_EXPIRED', 'proof-refused', 'verify-again'],
  [404, 'M_THREEPID_NOT_FOUND', 'proof-refused', 'verify-again'],
  [400, 'M_THREEPID_IN_USE', 'number-in-use', 'edit-number'],
  [403, 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  [401, 'M_MISSING_TOKEN', 'signed-out', 'sign-in'],
  [404, 'M_UNRECOGNIZED', 'not-supported', 'other-way'],
])('reads %i %s of adding a number as %s, to %s', async (status, errcode, kind, recovery) => {
  const { client } = talkTo(() => ({ status, body: { errcode } }), { accessToken: 'token-of-alice' })
  expect(await accountErrorOf(addPhoneToAccount(client, PHONE))).toMatchObject({ kind, recovery })
})

it.each<[string, number, string, AccountErrorKind, AccountRecovery]>([
  ['Dendrite', 401, 'M_MISSING_TOKEN', 'not-supported', 'other-way'],
  ['Conduit', 400, 'M_BAD_JSON', 'server-error', 'retry'],
  ['a Synapse with OAuth', 404, 'M_UNRECOGNIZED', 'not-supported', 'other-way'],
])(
  'reads what %s says to a password reset, %i %s, as %s, to %s',
  async (_, status, errcode, kind, recovery) => {
    const { client } = talkTo(() => ({ status, body: { errcode } }))
    const call = resetPasswordWithPhone(client, PHONE, { newPassword: 'looking-glass' })
    expect(await accountErrorOf(call)).toMatchObject({ kind, recovery, status, errcode })
  },
)

describe('at the stage of the password', () => {
  it.each<[number, string, AccountErrorKind, AccountRecovery]>([
    [401, 'M_FORBIDDEN', 'password-incorrect', 'edit-password'],
    [403, 'M_FORBIDDEN', 'password-incorrect', 'edit-password'],
    [400, 'M_MISSING_PARAM', 'password-incorrect', 'edit-password'],
    // ToM-server, for a name without its server.
    [400, 'M_INVALID_PARAM', 'password-incorrect', 'edit-password'],
    [403, 'M_UNKNOWN', 'server-error', 'retry'],
    [400, 'M_UNKNOWN', 'server-error', 'retry'],
  ])('reads %i %s as %s, to %s', async (status, errcode, kind, recovery) => {
    const refusal: Reply = { status, body: { errcode } }
    const { client } = talkTo((_, round) => (round === 1 ? challenge([['m.login.password']]) : refusal), {
      accessToken: 'token-of-alice',
    })
    const call = addPhoneToAccount(client, PHONE, { userId: 'alice', password: 'wonderland' })
    expect(await accountErrorOf(call)).toMatchObject({ kind, recovery, stage: 'm.login.password' })
  })
})

it('says of a reset that nobody has the number, not that it must be verified again', async () => {
  const nobody: Reply = { status: 400, body: { errcode: 'M_THREEPID_NOT_FOUND' } }
  const { client } = talkTo((_, round) => (round === 1 ? challenge([['m.login.msisdn']]) : nobody))
  const call = resetPasswordWithPhone(client, PHONE, { newPassword: 'looking-glass' })
  expect(await accountErrorOf(call)).toMatchObject({ kind: 'number-not-found', recovery: 'sign-up' })
})
