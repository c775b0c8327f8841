import type { TypedField } from './formatTyped.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'
import type { Retyped, TypedEdit } from './retype.js'

/** The part of this library that carries the world's numbering plans, and is therefore loaded on demand. */
export type PhoneEngine = {
  /** Understands what a person typed or pasted while `country` was selected. */
  parse: (raw: string, country: string) => ParsedPhoneNumber
  /** `+442079460958` → `+44 20 7946 0958`; what it does not know comes back as it was. */
  formatInternational: (phoneNumber: string) => string
  /** `+442079460958` → `020 7946 0958`; what it does not know comes back as it was. */
  formatNational: (phoneNumber: string) => string
  /** Formats what is being typed, and says which country it belongs to. */
  retype: (edit: TypedEdit) => Retyped
  /** Where the caret of a field belongs in another text for the same number. */
  caretIn: (text: string, field: TypedField) => number
}
