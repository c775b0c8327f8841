import { countriesOf } from './countries.js'
import { loadOnce } from './loadOnce.js'
import type { PhoneEngine } from './PhoneEngine.js'
import type { ParsedPhoneNumber } from './phoneNumber.js'
import { readTypedText } from './typedText.js'

const engine = loadOnce<PhoneEngine>(async () => {
  const { parse, formatInternational, formatNational, retype, caretIn } = await import('./engine.js')
  return { parse, formatInternational, formatNational, retype, caretIn }
})

/**
 * Understands a phone number that a person typed or pasted while `country` was selected. It loads the world's
 * numbering plans when first called, and rejects if they cannot be loaded; the next call tries again.
 *
 * @param raw the text as it was typed, in any spelling and script; formatting it first would lose its meaning
 * @param country two-letter region. Numbers written with `+` or a dialled international prefix win over it
 */
export async function parsePhoneNumber(raw: string, country: string): Promise<ParsedPhoneNumber> {
  const { parse } = await engine.load()
  return parse(raw, country)
}

/** Loads the numbering plans once; a load that failed is tried again by the next call. */
export function loadPhoneEngine(): Promise<PhoneEngine> {
  return engine.load()
}

/** The numbering plans if they are here already, for who cannot wait. */
export function loadedPhoneEngine(): PhoneEngine | null {
  return engine.loaded()
}

/**
 * Whose numbers begin with these digits: asks the numbering plans, if they are here, about numbers that go on from
 * there.
 */
export function regionOfDigits(digits: string): string | undefined {
  return Array.from('12345678', (_, from) => `+${digits}${'2345678'.slice(from)}`)
    .map((number) => loadedPhoneEngine()?.parse(number, ''))
    .flatMap((number) => (number?.status === 'ok' ? number.country : []))[0]
}

/** Calling codes behind which a zero belongs to the number. Elsewhere it is what is dialled within the country. */
const codesBeforeZero = ['39', '225', '226', '227', '229', '241', '242', '378', '992']

/**
 * Takes the place of `parsePhoneNumber` where the numbering plans could not be loaded: a number written with `+`
 * and 8 to 15 digits is accepted unchecked, everything else is refused with `needs-plus`.
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
