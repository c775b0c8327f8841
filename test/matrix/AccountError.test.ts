import { describe, expect, it } from 'vitest'
import { AccountError, type AccountErrorKind, type AccountOperation } from '../../src/matrix/AccountError.js'
import { addPhoneToAccount } from '../../src/matrix/addPhoneToAccount.js'
import { registerWithPhone } from '../../src/matrix/registerWithPhone.js'
import { resetPasswordWithPhone } from '../../src/matrix/resetPasswordWithPhone.js'
import type { VerifiedPhone } from '../../src/matrix/uiaAuth.js'
import { everythingOf } from '../support/everythingOf.js'
import { challenge, talkTo, type Reply } from './account.js'

const make = (kind: AccountErrorKind, operation: AccountOperation) =>
  new AccountError({ kind, operation, message: 'It failed.' })

describe('the recovery', () => {
  it.each([
    ['username-taken', 'edit-username'],
    ['username-invalid', 'edit-username'],
    ['password-weak', 'edit-password'],
    ['password-incorrect', 'edit-password'],
    ['number-in-use', 'edit-number'],
    ['number-denied', 'edit-number'],
    ['number-not-found', 'sign-up'],
    ['proof-refused', 'verify-again'],
    ['stage-refused', 'answer-stage'],
    ['stage-abandoned', 'answer-stage'],
    ['stage-unanswered', 'other-way'],
    ['registration-closed', 'other-way'],
    ['not-supported', 'other-way'],
    ['signed-out', 'sign-in'],
    ['rate-limited', 'wait'],
    ['server-error', 'retry'],
    ['bad-response', 'retry'],
    ['offline', 'retry'],
    ['timeout', 'retry'],
  ] as const)('of %s is %s', (kind, recovery) => {
    expect(make(kind, 'add3PID').recovery).toBe(recovery)
    expect(make(kind, 'changePassword').recovery).toBe(recovery)
    expect(make(kind, 'register').recovery).toBe(kind === 'number-in-use' ? 'sign-in' : recovery)
  })
})

const PHONE: VerifiedPhone = {
  phoneNumber: '+12025550987',
  country: 'US',
  sid: 'SIDMARK',
  clientSecret: 'SECRETMARK',
}
const MARKS = /SIDMARK|SECRETMARK|PASSWORDMARK|TOKENMARK|SESSIONMARK|ANSWERMARK|2025550987/
const ECHO = 'SIDMARK SECRETMARK PASSWORDMARK TOKENMARK SESSIONMARK ANSWERMARK +12025550987'

const FLOWS = [['m.login.terms', 'm.login.msisdn']]

/** A server that took the terms and then wants a stage of that name. */
function wanting(stage: string): Reply {
  return challenge([['m.login.terms', stage, 'm.login.msisdn']], { completed: ['m.login.terms'] })
}

const refusals: [string, Reply | 'lost'][] = [
  ['an error that repeats them', { status: 400, body: { errcode: 'M_UNKNOWN', error: ECHO } }],
  ['an errcode that is made of them', { status: 400, body: { errcode: ECHO, error: ECHO } }],
  ['a stage refused', challenge(FLOWS, { errcode: 'M_FORBIDDEN', error: ECHO })],
  ['a stage that is called like the password', wanting('PASSWORDMARK')],
  ['a stage that is called like the proof', wanting('SIDMARK')],
  ['a stage that is called like all of them', wanting(ECHO)],
  ['a success that is none', { status: 200, body: { user_id: [ECHO], echo: ECHO } }],
  ['a lost answer', 'lost'],
]

it.each(refusals)('holds no password, token, proof, session or number after %s', async (_, refusal) => {
  const connect = () =>
    talkTo((_, round) => (round > 1 ? refusal : challenge(FLOWS, { session: 'SESSIONMARK' })), {
      accessToken: 'TOKENMARK',
    }).client
  const stages = { 'm.login.terms': () => ({ response: 'ANSWERMARK' }) }
  const throwing = { 'm.login.terms': () => Promise.reject(new Error(ECHO)) }
  const account = { username: 'alice', password: 'PASSWORDMARK' }
  for (const options of [{ stages }, { stages: throwing }, {}]) {
    const errors = await Promise.all(
      [
        registerWithPhone(connect(), PHONE, account, options),
        resetPasswordWithPhone(connect(), PHONE, { newPassword: 'PASSWORDMARK' }, options),
        addPhoneToAccount(connect(), PHONE, { userId: 'alice', password: 'PASSWORDMARK' }, options),
      ].map(errorOf),
    )
    expect(errors[0]).toBeDefined()
    expect(errors.map(everythingOf).join('\n')).not.toMatch(MARKS)
  }
})

/** What a call rejects with; nothing where it succeeds, as a 200 does for the calls that answer nothing. */
async function errorOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error !== undefined) expect(error).toBeInstanceOf(AccountError)
  return error
}
