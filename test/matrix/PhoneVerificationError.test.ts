import { describe, expect, it } from 'vitest'
import {
  PhoneVerificationError,
  type PhoneVerificationErrorKind,
  type WireOperation,
} from '../../src/matrix/PhoneVerificationError.js'

const make = (kind: PhoneVerificationErrorKind, operation: WireOperation) =>
  new PhoneVerificationError({ kind, operation, message: 'It failed.' })

describe('the recovery', () => {
  it.each([
    ['invalid-number', 'edit-number'],
    ['country-unsupported', 'edit-number'],
    ['number-denied', 'edit-number'],
    ['number-in-use', 'sign-in'],
    ['rate-limited', 'wait'],
    ['code-incorrect', 'retype-code'],
    ['code-expired', 'resend'],
    ['session-lost', 'restart'],
    ['terms-required', 'accept-terms'],
    ['server-not-trusted', 'contact'],
    ['not-supported', 'none'],
    ['sms-failed', 'retry'],
    ['server-error', 'retry'],
    ['bad-response', 'retry'],
    ['offline', 'retry'],
    ['timeout', 'retry'],
    ['unsafe-submit-url', 'contact'],
    ['invalid-request', 'none'],
  ] as const)('of %s is %s', (kind, recovery) => {
    expect(make(kind, 'requestTokenToRegisterMSISDN').recovery).toBe(recovery)
  })

  it.each([
    ['number-in-use', 'requestTokenToRegisterMSISDN', 'sign-in'],
    ['number-in-use', 'requestTokenTo3PIDMSISDN', 'edit-number'],
    ['number-not-found', 'requestTokenToResetPasswordMSISDN', 'sign-up'],
    ['number-not-found', 'requestTokenTo3PIDMSISDN', 'edit-number'],
  ] as const)('of %s in %s is %s', (kind, operation, recovery) => {
    expect(make(kind, operation).recovery).toBe(recovery)
  })

  it('can be told', () => {
    const facts = { kind: 'offline', operation: 'submitToken', message: 'It failed.' } as const
    expect(new PhoneVerificationError({ ...facts, recovery: 'contact' }).recovery).toBe('contact')
  })
})

it('is an Error with a name, a message and a stack', () => {
  const error = make('offline', 'submitToken')
  expect(error).toBeInstanceOf(Error)
  expect(String(error)).toBe('PhoneVerificationError: It failed.')
  expect(error.stack).toContain('It failed.')
})

it('has no cause where none was given', () => {
  expect(make('offline', 'submitToken')).not.toHaveProperty('cause')
})

it('has neither a time nor a guess where the server did not say "too many requests"', () => {
  expect(make('offline', 'submitToken')).toMatchObject({ retryAt: undefined, retryAtIsGuess: false })
})
