import { upperCase } from '../../phone/countries.js'
import type { InvalidReason, ParsedPhoneNumber } from '../../phone/phoneNumber.js'
import type { PhoneEngineHandle } from '../../phone/usePhoneEngine.js'

/** What the number step's fields hold. */
export interface NumberValues {
  country: string
  /** As it was typed, because only the raw text shows what the person meant. */
  phoneNumber: string
}

/**
 * Why the form rejects a number: it is not a phone number, it belongs to a country that the app does not offer, or no
 * country is selected and the number has no calling code.
 */
export type BlockReason = InvalidReason | 'country-not-offered' | 'country-missing'

/** The result of parsing a text if only some countries are offered. */
export type ReadNumber =
  Exclude<ParsedPhoneNumber, { status: 'invalid' }> | { status: 'invalid'; reason: BlockReason }

/** Reads the fields of the number step with the numbering plans, for the countries that the app offers. */
export async function readNumber(
  { phoneNumber, country }: NumberValues,
  { parse, loaded }: PhoneEngineHandle,
  countries: readonly string[] | undefined,
): Promise<ReadNumber> {
  const parsed = inOfferedCountry(await parse(phoneNumber, country), countries)
  // Adding a plus and a calling code would help too, but the person only needs to choose a country.
  const isMissing = country === '' && loaded() !== null
  return isMissing && parsed.status === 'invalid' && parsed.reason === 'needs-plus'
    ? { status: 'invalid', reason: 'country-missing' }
    : parsed
}

/** Removes the numbers of countries that are not offered. If none is left, the result is invalid. */
function inOfferedCountry(parsed: ParsedPhoneNumber, countries: readonly string[] | undefined): ReadNumber {
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
