import { en } from './en.js'
import type { MessageKey, Messages } from './messages.js'

/** The fields that decide the text for an error. A `PhoneVerificationError` has all of them. */
export interface DescribableError {
  kind: string
  recovery: string
  operation: string
}

/** The key of the message for an error: `code-expired` → `errorCodeExpired`. */
export function errorMessageKey({ kind, recovery, operation }: DescribableError): MessageKey {
  if (operation === 'onVerified') return 'errorAfterVerified'
  if (kind === 'number-in-use' && recovery === 'sign-in') return 'errorNumberInUseRegister'
  if (kind === 'not-supported') return 'unsupported'
  const key = `error-${kind}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  // A `server-error`, or a kind that a newer version has.
  return isKey(key) ? key : 'errorServer'
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
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
