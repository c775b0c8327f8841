import { countriesOf } from './countries.js'
import { loadOnce } from './loadOnce.js'
import type { PhoneEngine } from './PhoneEngine.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'
import { readTypedText } from './typedText.js'

const engine = loadOnce<PhoneEngine>(() => import('./engine.js'))

/**
 * Parses a phone number that a person typed or pasted while `country` was selected. The first call loads the world's
 * numbering plans. The promise rejects if they cannot be loaded, and the next call tries again.
 *
 * @param raw the text as it was typed, in any spelling and script. Don't format it first, because that can change its
 * meaning
 * @param country two-letter region. A number with `+` or an international prefix overrides it
 */
export async function parsePhoneNumber(raw: string, country: string): Promise<ParsedPhoneNumber> {
  const { parse } = await engine.load()
  return parse(raw, country)
}

/** Loads the numbering plans once. After a failure the next call tries again. */
export function loadPhoneEngine(): Promise<PhoneEngine> {
  return engine.load()
}

/** The numbering plans if they are already loaded, for callers that cannot wait. */
export function loadedPhoneEngine(): PhoneEngine | null {
  return engine.loaded()
}

/**
 * Calling codes after which a zero belongs to the number. Elsewhere it is a trunk prefix, which is dialled only
 * within the country.
 */
const codesBeforeZero = ['39', '225', '226', '227', '229', '241', '242', '378', '992']

/**
 * Replaces `parsePhoneNumber` if the numbering plans cannot be loaded. A number with `+`, a known calling code and 8
 * to 15 digits is accepted without further checks. A text without `+`, or with a trunk zero, is refused with
 * `needs-plus`.
 */
export function parseWithoutEngine(raw: string, country: string): ParsedPhoneNumber {
  const text = readTypedText(raw)
  if (typeof text === 'string') return { status: 'invalid', reason: text }
  const { digits, plus, plusAfter, withoutBracketedZero } = text
  if (!plus || plusAfter !== null) return { status: 'invalid', reason: 'needs-plus' }
  const callingCode = [1, 2, 3]
    .map((length) => digits.slice(0, length))
    .find((code) => countriesOf(code).length)
  if (callingCode === undefined) return { status: 'invalid', reason: 'unknown-country-code' }
  if (digits.length < 8) return { status: 'invalid', reason: 'too-short' }
  if (digits.length > 15) return { status: 'invalid', reason: 'too-long' }
  const national = digits.slice(callingCode.length)
  const isTrunkZero = national.startsWith('0') && !codesBeforeZero.includes(callingCode)
  if (isTrunkZero || withoutBracketedZero !== null) return { status: 'invalid', reason: 'needs-plus' }
  const regions = countriesOf(callingCode)
  const home = country.toUpperCase()
  return {
    status: 'ok',
    phoneNumber: `+${digits}`,
    country: regions.includes(home) ? home : (regions[0] ?? home),
    display: `+${callingCode} ${national}`,
  }
}
