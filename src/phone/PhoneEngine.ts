import type { TypedField } from './formatTyped.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'
import type { Retyped, TypedEdit } from './retype.js'

/** The part of this library that contains the world's numbering plans. It loads on demand. */
export type PhoneEngine = {
  /** Parses what a person typed or pasted while `country` was selected. */
  parse: (raw: string, country: string) => ParsedPhoneNumber
  /** `+442079460958` → `+44 20 7946 0958`; an unknown number is returned unchanged. */
  formatInternational: (phoneNumber: string) => string
  /** `+442079460958` → `020 7946 0958`; an unknown number is returned unchanged. */
  formatNational: (phoneNumber: string) => string
  /** Formats a number while it is typed, and finds the country that it belongs to. */
  retype: (edit: TypedEdit) => Retyped
  /** The country whose numbers begin with these digits; `undefined` if no number does. */
  regionOfDigits: (digits: string) => string | undefined
  /** Where the caret of a field belongs in another text for the same number. */
  caretIn: (text: string, field: TypedField) => number
}
