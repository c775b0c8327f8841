import type { InvalidReason } from './phoneNumber.js'
import { type Plan, planOf } from './plans.js'
import { fit, type Reading, readInternational, readNational } from './readings.js'
import type { TypedText } from './typedText.js'

/** What a text can mean. */
export type Readings = {
  /** As a number of the selected country, written the way it is dialled there. */
  national: Reading | null
  /** What is as clear: behind a plus, a prefix that is dialled there, the country's own calling code. */
  certain: Reading[]
  /** What is only ever offered: a foreign calling code without plus, another country's prefix. */
  suggested: Reading[]
  /** Why it is no number at all, if no reading is possible. */
  reason: InvalidReason
}

/** What is dialled before a calling code in many countries; `00` is understood everywhere. */
const foreignPrefixes = ['0011', '011', '010', '810']
const longestPrefix = 9

/** Reads digits that stand behind a plus sign. */
export function interpretInternational(text: TypedText, country: string): Readings {
  return readings(null, behindPrefix(text, 0, country), [])
}

/** Reads digits without a plus sign, as everything that they can be where `country` is selected. */
export function interpret(text: TypedText, country: string): Readings {
  const { digits } = text
  const plan = planOf(country)
  const dialled = dialledFrom(text, country, plan)
  const coded = digits.startsWith('0') ? [] : behindPrefix(text, 0, country)
  const isOwnCode = plan !== null && digits.startsWith(plan.callingCode)
  const national = plan === null ? null : readNational(digits, country, plan)
  // Russia has numbers of fourteen digits that start with 8, Italy some that start with 0: behind 810 or 00 the
  // digits have the length or the look of such a number by chance.
  const isByChance = national !== null && national.fit < (national.isVerbatim ? fit.mobile : fit.pattern)
  return readings(
    dialled.length > 0 && isByChance ? null : national,
    isOwnCode ? [...dialled, ...coded] : dialled,
    [...(isOwnCode ? [] : coded), ...foreignDialled(text, country)],
  )
}

/** Reads what follows the prefix that is dialled in a country, or `00`, which travellers dial everywhere. */
function dialledFrom(text: TypedText, country: string, plan: Plan | null): Reading[] {
  const { digits } = text
  const lengths = Array.from({ length: longestPrefix }, (_, index) => index + 1)
    // `0012…` is `00` or `0012` in Bolivia, and no calling code starts with 0.
    .filter((length) => plan?.dialled.test(digits.slice(0, length)) && /[1-9]/.test(digits.charAt(length)))
  const own = lengths.flatMap((length) => behindPrefix(text, length, country))
  if (!/^00[1-9]/.test(digits) || lengths.includes(2)) return own
  const zeros = behindPrefix(text, 2, country)
  const isOwn = own.some((reading) => reading.fit >= fit.pattern)
  return [...own, ...(isOwn ? zeros.filter((reading) => reading.isVerbatim) : zeros)]
}

/** Reads what follows a prefix; twice where there is a zero in brackets, which Italy dials and others do not. */
function behindPrefix(text: TypedText, length: number, country: string): Reading[] {
  const { digits, withoutBracketedZero: shorter } = text
  const reading = readInternational(digits.slice(length), country)
  if (shorter === null) return [reading]
  const without = readInternational(shorter.slice(length), country)
  if (without.phoneNumber === reading.phoneNumber || without.fit < reading.fit) return [reading]
  return reading.fit >= fit.pattern ? [reading, without] : [without]
}

function foreignDialled(text: TypedText, country: string): Reading[] {
  return foreignPrefixes
    .filter((prefix) => text.digits.startsWith(prefix) && text.digits[prefix.length] !== '0')
    .flatMap((prefix) => behindPrefix(text, prefix.length, country))
    .filter((reading) => reading.fit === fit.mobile)
}

/**
 * Whether a number of another country is worth a question. Americans write ten digits, so that a mobile number of
 * eleven that starts with 1 is not doubted: almost half of China's would be.
 */
function isElsewhere(foreign: Reading, national: Reading | null): boolean {
  if (national?.fit !== fit.mobile) return foreign.fit >= fit.pattern
  return foreign.fit === fit.mobile && !foreign.phoneNumber.startsWith('+1')
}

function readings(national: Reading | null, certain: Reading[], offered: Reading[]): Readings {
  const reason = certain[0]?.reason ?? national?.reason ?? 'needs-plus'
  const possible = certain.filter(isPossible)
  const elsewhere = offered.filter((reading) => isElsewhere(reading, national))
  const isAlone = possible.length === 0 && (national === null || !isPossible(national))
  return {
    national: national !== null && isPossible(national) ? national : null,
    certain: possible,
    // A trunk prefix behind a calling code is a slip, too unlikely beside any other reading.
    suggested: isAlone ? elsewhere : elsewhere.filter((reading) => reading.isVerbatim),
    reason,
  }
}

function isPossible(reading: Reading): boolean {
  return reading.fit > fit.none
}
