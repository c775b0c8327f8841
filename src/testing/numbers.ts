import { isSupportedCountry, parsePhoneNumberWithError, type PhoneNumber } from 'libphonenumber-js/max'

/** A number as the server reads it. */
export interface CanonicalNumber {
  /** E.164, with the `+`. */
  phoneNumber: string
  /** The international format, for people. */
  international: string
}

/**
 * Reads a number "as if dialled from" the country, as Synapse does: a leading `+` overrides the country, an extension
 * is dropped, and a number that no phone could have is accepted. Returns `undefined` if Synapse responds "Unable to
 * parse phone number". Unlike Synapse, it also does so for letters in place of digits and for digits of other scripts.
 */
export function canonicalNumber(raw: string, country: string): CanonicalNumber | undefined {
  const parsed = parse(raw.trim(), country)
  return parsed && { phoneNumber: parsed.number, international: parsed.formatInternational() }
}

function parse(raw: string, country: string): PhoneNumber | undefined {
  const isInternational = /^[+＋]/.test(raw)
  if (!isInternational && !isSupportedCountry(country)) return undefined
  try {
    return parsePhoneNumberWithError(raw, {
      extract: false,
      ...(isSupportedCountry(country) && { defaultCountry: country }),
    })
  } catch {
    return undefined
  }
}
