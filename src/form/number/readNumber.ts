import { upperCase } from '../../phone/countries.js'
import type { InvalidReason, ParsedPhoneNumber } from '../../phone/phoneNumber.js'

/**
 * Why the form blocks a number: it is none, it belongs to a country that the app does not offer, or no country is
 * chosen and it does not say one.
 */
export type BlockReason = InvalidReason | 'country-not-offered' | 'country-missing'

/** What a text means where only some countries are offered. */
export type ReadNumber =
  Exclude<ParsedPhoneNumber, { status: 'invalid' }> | { status: 'invalid'; reason: BlockReason }

/** Drops what leads to a country which is not offered, and blocks the number if nothing is left. */
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
