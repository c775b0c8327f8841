import { upperCase } from '../../phone/countries.js'
import type { InvalidReason, ParsedPhoneNumber } from '../../phone/phoneNumber.js'

/**
 * Why the form rejects a number: it is not a phone number, it belongs to a country that the app does not offer, or no
 * country is selected and the number has no calling code.
 */
export type BlockReason = InvalidReason | 'country-not-offered' | 'country-missing'

/** The result of parsing a text if only some countries are offered. */
export type ReadNumber =
  Exclude<ParsedPhoneNumber, { status: 'invalid' }> | { status: 'invalid'; reason: BlockReason }

/** Removes the numbers of countries that are not offered. If none is left, the result is invalid. */
export function inOfferedCountry(
  parsed: ParsedPhoneNumber,
  countries: readonly string[] | undefined,
): ReadNumber {
  if (countries === undefined || parsed.status === 'invalid') return parsed
  const offered = countries.map(upperCase)
  const isOffered = ({ country }: { country: string }) => offered.includes(country)
  if (parsed.status === 'ok') {
    if (!isOffered(parsed)) return notOffered
    const suggestions = parsed.suggestions?.filter(isOffered) ?? []
    return { ...parsed, suggestions: suggestions.length > 0 ? suggestions : undefined }
  }
  const candidates = parsed.candidates.filter(isOffered)
  return candidates.length > 0 ? { ...parsed, candidates } : notOffered
}

const notOffered = { status: 'invalid', reason: 'country-not-offered' } as const
