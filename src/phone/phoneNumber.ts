/** One phone number, the way it is shown and the way it is sent. */
export type PhoneNumber = {
  /** E.164: `+`, calling code and national number, at most 15 digits. `+447700900123` */
  phoneNumber: string
  /** Two-letter uppercase region that libphonenumber knows. `GB` */
  country: string
  /** International format; its `+` and digits are exactly `phoneNumber`. `+44 7700 900123` */
  display: string
}

/** What is odd about a number that may be sent all the same: it does not look like a mobile number there. */
export type NumberWarning = 'not-mobile'

/**
 * Why a text is no phone number.
 *
 * - `missing`: there is no digit in it
 * - `not-digits`: letters, which may stand for digits or be half of a word
 * - `unknown-signs`: characters that no phone number has, such as `#` or `@`
 * - `several-numbers`: two numbers, of which only one can be meant
 * - `extension`: a number with an extension, which cannot receive a text message
 * - `too-short`, `too-long`: fewer or more digits than a number of that country has
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

/** What a text means as a phone number: one number, several it could be (or one to be asked about), or none. */
export type ParsedPhoneNumber =
  | ({
      status: 'ok'
      warning?: NumberWarning | undefined
      /** Numbers that may have been meant in its place; only beside a warning. */
      suggestions?: PhoneNumber[] | undefined
    } & PhoneNumber)
  | { status: 'ambiguous'; candidates: PhoneNumber[] }
  | { status: 'invalid'; reason: InvalidReason }
