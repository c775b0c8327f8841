/** One phone number, the way it is shown and the way it is sent. */
export type PhoneNumber = {
  /** E.164: `+`, calling code and national number, at most 15 digits. `+447700900123` */
  phoneNumber: string
  /** Two-letter uppercase region that libphonenumber knows. `GB` */
  country: string
  /** International format; its `+` and digits are exactly `phoneNumber`. `+44 7700 900123` */
  display: string
}

/** A warning about a number that can be sent anyway: it does not look like a mobile number of its country. */
export type NumberWarning = 'not-mobile'

/**
 * Why a text is not a phone number.
 *
 * - `missing`: it has no digits
 * - `not-digits`: it has letters, which may stand for digits or be part of a word
 * - `unknown-signs`: it has characters that no phone number has, such as `#` or `@`
 * - `several-numbers`: it has two numbers, and only one can be meant
 * - `extension`: it has an extension, which cannot receive a text message
 * - `too-short`, `too-long`: it has fewer or more digits than a number of that country
 * - `unknown-country-code`: it starts with a calling code that no country has
 * - `not-geographic`: +800, +870, +882…, which belong to no country
 * - `needs-plus`: it can only be understood when written with `+` and the calling code
 */
export type InvalidReason =
  | 'missing'
  | 'not-digits'
  | 'unknown-signs'
  | 'several-numbers'
  | 'extension'
  | 'too-short'
  | 'too-long'
  | 'unknown-country-code'
  | 'not-geographic'
  | 'needs-plus'

/** The result of parsing a text: one number, candidates to choose from (possibly just one to confirm), or none. */
export type ParsedPhoneNumber =
  | ({
      status: 'ok'
      warning?: NumberWarning | undefined
      /** Other numbers that may have been meant. */
      suggestions?: PhoneNumber[] | undefined
    } & PhoneNumber)
  | { status: 'ambiguous'; candidates: PhoneNumber[] }
  | { status: 'invalid'; reason: InvalidReason }
