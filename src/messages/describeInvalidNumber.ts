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

/** The `reason` of a text that is no phone number. */
type Reason = keyof typeof KEYS

/** The message that says what is wrong with a number and what to do. */
export function invalidNumberMessageKey(reason: Reason): MessageKey {
  return KEYS[reason]
}

/**
 * The words for a text that is no phone number, for an interface of your own.
 *
 * @param reason the `reason` that `parsePhoneNumber` gives
 * @param messages a locale of this library, or words of your own. @default English
 * @example
 * const number = await parsePhoneNumber(text, 'DE')
 * if (number.status === 'invalid') setProblem(describeInvalidNumber(number.reason, de))
 */
export function describeInvalidNumber(reason: Reason, messages: Partial<Messages> = en): string {
  const key = invalidNumberMessageKey(reason)
  return messages[key] ?? en[key]
}
