import { en } from './en.js'
import type { MessageKey, Messages } from './messages.js'

const KEYS = {
  missing: 'numberMissing',
  'too-short': 'numberTooShort',
  'too-long': 'numberTooLong',
  'unknown-country-code': 'numberUnknownCountryCode',
  'not-digits': 'numberNotDigits',
  'unknown-signs': 'numberHasSigns',
  'several-numbers': 'numberSeveral',
  extension: 'numberHasExtension',
  'not-geographic': 'numberCannotGetSms',
  'needs-plus': 'numberNeedsPlus',
} as const satisfies Record<string, MessageKey>

/** Why a text is not a phone number. */
type Reason = keyof typeof KEYS

/** The key of the message for an invalid number. */
export function invalidNumberMessageKey(reason: Reason): MessageKey {
  return KEYS[reason]
}

/**
 * The text for something that is not a phone number, for your own interface.
 *
 * @param reason the `reason` that `parsePhoneNumber` returns
 * @param messages a locale of this library, or your own texts. @default English
 * @example
 * const number = await parsePhoneNumber(text, 'DE')
 * if (number.status === 'invalid') setProblem(describeInvalidNumber(number.reason, de))
 */
export function describeInvalidNumber(reason: Reason, messages: Partial<Messages> = en): string {
  const key = invalidNumberMessageKey(reason)
  return messages[key] ?? en[key]
}
