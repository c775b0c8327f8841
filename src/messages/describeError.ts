import { en } from './en.js'
import type { MessageKey, Messages } from './messages.js'

/** The fields that decide the text for an error. A `PhoneVerificationError` has all of them. */
export interface DescribableError {
  kind: string
  recovery: string
  operation: string
}

const KEYS: Record<string, MessageKey> = {
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

/** The key of the message for an error. */
export function errorMessageKey({ kind, recovery, operation }: DescribableError): MessageKey {
  if (operation === 'onVerified') return 'errorAfterVerified'
  if (kind === 'number-in-use' && recovery === 'sign-in') return 'errorNumberInUseRegister'
  return KEYS[kind] ?? 'errorServer'
}

/**
 * The text for an error, for your own interface.
 *
 * @param error a `PhoneVerificationError`
 * @param messages a locale of this library, or your own texts. @default English
 * @example
 * <p role="alert">{describeError(verification.error, de)}</p>
 */
export function describeError(error: DescribableError, messages: Partial<Messages> = en): string {
  const key = errorMessageKey(error)
  return messages[key] ?? en[key]
}
