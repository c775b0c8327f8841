import { PhoneNumber as KnownNumber } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { interpret, interpretInternational, type Readings } from './interpret.js'
import type { ParsedPhoneNumber, PhoneNumber } from './phoneNumber.js'
import { callingCodeOfDigits } from './plans.js'
import { fit, type Reading } from './readings.js'
import { readTypedText } from './typedText.js'

/**
 * Understands what a person typed or pasted while `country` was selected: one number, a question, or why it is
 * none. A number is blocked only when it cannot exist, and carries a warning when it does not look like a mobile
 * number; where two readings are plausible it asks.
 */
export function parse(raw: string, country: string): ParsedPhoneNumber {
  const text = readTypedText(raw)
  if (typeof text === 'string') return { status: 'invalid', reason: text }
  const home = country.toUpperCase()
  const isInternational = text.plus && !text.digits.startsWith('0')
  const readings = isInternational ? interpretInternational(text, home) : interpret(text, home)
  const plausible = mostPlausible(readings)
  const [only] = plausible
  if (only === undefined) return { status: 'invalid', reason: readings.reason }
  // No calling code starts with 0, so that one of the two, the plus or the zero, is a slip.
  const isSlip = text.plus && !isInternational
  if (plausible.length > 1 || isSlip || readings.suggested.includes(only))
    return { status: 'ambiguous', candidates: plausible.map(shown) }
  if (only.fit === fit.mobile) return { status: 'ok', ...shown(only) }
  return { status: 'ok', ...shown(only), warning: 'not-mobile' }
}

/** `+442079460958` → `+44 20 7946 0958`. Its `+` and digits are those it was given. */
export function formatInternational(phoneNumber: string): string {
  const display = known(phoneNumber)?.formatInternational() ?? phoneNumber
  return display.replace(/[^+\d]/g, '') === phoneNumber ? display : phoneNumber
}

/** `+442079460958` → `020 7946 0958`, as it is dialled within its country. */
export function formatNational(phoneNumber: string): string {
  return known(phoneNumber)?.formatNational() ?? phoneNumber
}

/** The distinct numbers, best first. What only has the right length is no rival of what fits better. */
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
