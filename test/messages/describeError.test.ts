import { describe, expect, it } from 'vitest'
import {
  PhoneVerificationError,
  type PhoneVerificationErrorKind,
} from '../../src/matrix/PhoneVerificationError.js'
import { describeError, errorMessageKey } from '../../src/messages/describeError.js'
import { describeInvalidNumber } from '../../src/messages/describeInvalidNumber.js'
import { en } from '../../src/messages/en.js'
import { de } from '../../src/messages/locales/de.js'
import type { MessageKey } from '../../src/messages/messages.js'

/** Complete, or it is a type error. */
const EXPECTED: Record<PhoneVerificationErrorKind, MessageKey> = {
  'invalid-number': 'errorInvalidNumber',
  'country-unsupported': 'errorCountryUnsupported',
  'number-denied': 'errorNumberDenied',
  'number-in-use': 'errorNumberInUse',
  'number-not-found': 'errorNumberNotFound',
  'rate-limited': 'errorRateLimited',
  'code-incorrect': 'errorCodeIncorrect',
  'code-expired': 'errorCodeExpired',
  'session-lost': 'errorSessionLost',
  'terms-required': 'errorTermsRequired',
  'server-not-trusted': 'errorServerNotTrusted',
  'not-supported': 'unsupported',
  'sms-failed': 'errorSmsFailed',
  'server-error': 'errorServer',
  'bad-response': 'errorBadResponse',
  offline: 'errorOffline',
  timeout: 'errorTimeout',
  'unsafe-submit-url': 'errorUnsafeSubmitUrl',
  'insecure-homeserver': 'errorInsecureHomeserver',
  'invalid-homeserver': 'errorInvalidHomeserver',
  'invalid-request': 'errorInvalidRequest',
}

const KINDS = Object.entries(EXPECTED) as [PhoneVerificationErrorKind, MessageKey][]

describe('errorMessageKey', () => {
  it.each(KINDS)('of %s is %s', (kind, key) => {
    expect(errorMessageKey(error(kind, 'requestTokenTo3PIDMSISDN'))).toBe(key)
  })

  it('has words of its own for each kind', () => {
    expect(new Set(Object.values(EXPECTED)).size).toBe(KINDS.length)
  })

  it('offers to sign in where the number has an account already', () => {
    expect(errorMessageKey(error('number-in-use', 'requestTokenToRegisterMSISDN'))).toBe(
      'errorNumberInUseRegister',
    )
  })

  it.each(KINDS)('says of %s after the verification that the number is verified all the same', (kind) => {
    expect(errorMessageKey(error(kind, 'onVerified'))).toBe('errorAfterVerified')
  })

  it('says of what it does not know that the server has a problem', () => {
    expect(errorMessageKey({ kind: 'of tomorrow', recovery: 'none', operation: 'submitToken' })).toBe(
      'errorServer',
    )
  })
})

function error(kind: PhoneVerificationErrorKind, operation: PhoneVerificationError['operation']) {
  return new PhoneVerificationError({ kind, operation, message: 'A message for developers.' })
}

describe('the words for an interface of somebody else', () => {
  it('are those of the form for an error, in English or in a locale', () => {
    const offline = error('offline', 'submitToken')
    expect(describeError(offline)).toBe(en.errorOffline)
    expect(describeError(offline, de)).toBe(de.errorOffline)
    expect(describeError(offline, { errorOffline: 'No net.' })).toBe('No net.')
    expect(describeError(offline, {})).toBe(en.errorOffline)
  })

  it('are those of the form for a number that is none', () => {
    expect(describeInvalidNumber('too-short')).toBe(en.numberTooShort)
    expect(describeInvalidNumber('several-numbers', de)).toBe(de.numberSeveral)
    expect(describeInvalidNumber('extension', {})).toBe(en.numberHasExtension)
  })
})
