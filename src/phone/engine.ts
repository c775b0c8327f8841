import { PhoneNumber as KnownNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { corrections, isRetired, namesakesOf } from './corrections.js'
import { interpret, interpretInternational, isBehindMoreThanZeros, type Readings } from './interpret.js'
import type { InvalidReason, ParsedPhoneNumber, PhoneNumber } from './phoneNumber.js'
import { callingCodeOfDigits } from './plans.js'
import { fit, type Reading } from './readings.js'
import { withoutSurroundings } from './surroundings.js'
import { longestText, readTypedText, type TypedText } from './typedText.js'

export { caretIn } from './formatTyped.js'
export { retype } from './retype.js'

/**
 * Parses what a person typed or pasted while `country` was selected. The result is one number, several candidates to
 * choose from, or the reason why the text is not a number. Only a number that cannot exist is invalid. A number that
 * does not look like a mobile number has a warning. If two readings are plausible, both are candidates.
 */
export function parse(raw: string, country: string): ParsedPhoneNumber {
  const home = country.toUpperCase()
  const parsed = read(raw, home)
  const areSeveral = parsed.status === 'invalid' && parsed.reason === 'several-numbers'
  return (areSeveral ? repeated(raw, home) : null) ?? parsed
}

/** The number that a text repeats in brackets: `07400 123456 (+44 7400 123456)`. */
function repeated(raw: string, home: string): ParsedPhoneNumber | null {
  const parts = /^([^]+)[([<（]([^()[\]<>（）]+)[)\]>）]\s*$/.exec(raw.slice(0, longestText)) ?? []
  const [one, other] = parts.slice(1).map((part) => read(part, home))
  const isSame = one?.status === 'ok' && other?.status === 'ok' && one.phoneNumber === other.phoneNumber
  return isSame ? one : null
}

function read(raw: string, home: string): ParsedPhoneNumber {
  const stripped = withoutSurroundings(raw)
  const text = readTypedText(stripped)
  if (typeof text === 'string') return { status: 'invalid', reason: reasonOf(stripped, text, home) }
  const isInternational = text.plus && !text.digits.startsWith('0')
  const readings = readingsOf(text, home, isInternational)
  const plausible = mostPlausible(readings)
  const [best] = plausible
  const isSure = best !== undefined && plausible.length === 1 && !readings.suggested.includes(best)
  // No calling code starts with 0, so either the plus or the zero is a mistake.
  const isSlip = text.plus && !isInternational
  // In Korea, where 008 is dialled too, 0065 65… may be a calling code that is written twice.
  const mayBeZeros = isSure && best !== readings.national && isBehindMoreThanZeros(best, text, home)
  const behindZeros = mayBeZeros ? likelierBehindZeros(best, text, home) : []
  if (best !== undefined && behindZeros.length > 0)
    return { status: 'ambiguous', candidates: [...behindZeros, best].map(shown) }
  if (isSure && !isSlip && best.fit === fit.mobile) return understood(best, namesakesOf(best))

  const { certain, offered } = corrections(text, home)
  const isReal = (reading: Reading) =>
    reading.fit === fit.mobile || (reading.fit > fit.length && !isRetired(reading))
  if (isSure && !isSlip && isReal(best)) return understood(best, offered)
  const real = plausible.filter(isReal)
  if (certain !== null && !real.some(isOther(certain))) return understood(certain, [])
  if (offered.length > 0) {
    // A single reading that only has the right length is not offered if another number may be meant.
    const others = (plausible.length > 1 ? plausible : real).filter((reading) =>
      offered.every(isOther(reading)),
    )
    return { status: 'ambiguous', candidates: [...offered, ...others].map(shown) }
  }
  if (best === undefined) return { status: 'invalid', reason: severalOr(readings.reason, stripped, home) }
  if (isSure && !isSlip) return understood(best, [])
  return { status: 'ambiguous', candidates: plausible.map(shown) }
}

/** The numbers that may be meant if only `00` of a longer prefix is one. Calling code 1 fits too many digits. */
function likelierBehindZeros(best: Reading, text: TypedText, home: string): Reading[] {
  const behind = { ...text, digits: text.digits.slice(2), plus: true }
  const { offered } = corrections(behind, home)
  return offered.filter((one) => isOther(best)(one) && !one.phoneNumber.startsWith('+1'))
}

function understood(reading: Reading, others: readonly Reading[]): ParsedPhoneNumber {
  const suggestions = others.filter(isOther(reading)).map(shown)
  return {
    status: 'ok',
    ...shown(reading),
    ...(reading.fit < fit.mobile && { warning: 'not-mobile' }),
    ...(suggestions.length > 0 && { suggestions }),
  }
}

/**
 * A plus in the middle starts the number. What comes before it is a prefix or a repeated calling code, which
 * `corrections` removes.
 */
function readingsOf(text: TypedText, home: string, isInternational: boolean): Readings {
  if (text.plusAfter !== null)
    return { national: null, certain: [], suggested: [], reason: 'several-numbers' }
  return isInternational ? interpretInternational(text, home) : interpret(text, home)
}

function isOther({ phoneNumber }: Reading): (reading: Reading) => boolean {
  return (reading) => reading.phoneNumber !== phoneNumber
}

/** If the digits before an `x` are too few for a number, the `x` stands for a digit: `07400 12x456`. */
function reasonOf(text: string, reason: InvalidReason, home: string): InvalidReason {
  const before = /^(.*?)\p{L}/su.exec(text)?.[1]
  if (reason !== 'extension' || before === undefined) return reason
  return read(before, home).status === 'invalid' ? 'not-digits' : reason
}

/** Changes the reason to `several-numbers` if a text that is too long is two numbers in a row. */
function severalOr(reason: InvalidReason, text: string, home: string): InvalidReason {
  if (reason !== 'too-long') return reason
  const gaps = Array.from(text.matchAll(/\s+|[/|]/g))
  const areNumbers = ({ 0: sign, index }: RegExpExecArray) =>
    [text.slice(0, index), text.slice(index)].every((part) => {
      const parsed = read(part, home)
      // With only a space between the parts, half of one number may look like a landline. So a part with a warning
      // does not count as a number there.
      return parsed.status === 'ok' && (parsed.warning === undefined || sign.trim() !== '')
    })
  return gaps.some(areNumbers) ? 'several-numbers' : reason
}

/** Landlines of countries that share a calling code with others, and whose mobile numbers begin differently. */
const areas: Record<string, string | undefined> = { 441481: 'GG', 441534: 'JE', 262269: 'YT', 212528: 'EH' }

/** The country whose numbers begin with these digits: that of the first number that they become with more digits. */
export function regionOfDigits(digits: string): string | undefined {
  const area = areas[digits.slice(0, 6)]
  if (area !== undefined) return area
  const numbers = Array.from('12345678', (_, from) => parse(`+${digits}${'2345678'.slice(from)}`, ''))
  return numbers.find((number) => number.status === 'ok')?.country
}

/** `+442079460958` → `+44 20 7946 0958`. The `+` and the digits are always those of the argument. */
export function formatInternational(phoneNumber: string): string {
  const display = known(phoneNumber)?.formatInternational() ?? phoneNumber
  return display.replace(/[^+\d]/g, '') === phoneNumber ? display : phoneNumber
}

/** `+442079460958` → `020 7946 0958`, as it is dialled within its country. */
export function formatNational(phoneNumber: string): string {
  return known(phoneNumber)?.formatNational() ?? phoneNumber
}

/**
 * The distinct numbers, best first. A number that only has the right length is dropped if another fits better, unless
 * it is the national reading.
 */
function mostPlausible({ national, certain, suggested }: Readings): Reading[] {
  const all = [...(national === null ? [] : [national]), ...certain, ...suggested]
  const best = Math.max(...all.map((reading) => reading.fit))
  const rivals = all.filter(
    (reading) => reading === national || reading.fit === best || reading.fit >= fit.pattern,
  )
  const byNumber = new Map(rivals.reverse().map((reading) => [reading.phoneNumber, reading]))
  return [...byNumber.values()].reverse().sort((a, b) => b.fit - a.fit)
}

function shown({ phoneNumber, country }: Reading): PhoneNumber {
  return { phoneNumber, country, display: formatInternational(phoneNumber) }
}

function known(phoneNumber: string): KnownNumber | null {
  if (!/^\+\d{5,15}$/.test(phoneNumber)) return null
  return callingCodeOfDigits(phoneNumber.slice(1)) === null ? null : new KnownNumber(phoneNumber, metadata)
}
