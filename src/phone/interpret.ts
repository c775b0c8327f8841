import type { InvalidReason } from './phoneNumber.js'
import { type Plan, planOf } from './plans.js'
import { fit, type Reading, readInternational, readNational } from './readings.js'
import type { TypedText } from './typedText.js'

/** What a text can mean. */
export type Readings = {
  /** As a number of the selected country, written the way it is dialled there. */
  national: Reading | null
  /**
   * Readings that are just as clear: after a plus, after a prefix that is dialled there, or with the country's own
   * calling code.
   */
  certain: Reading[]
  /**
   * Readings that are only offered as candidates: a foreign calling code without a plus, or another country's prefix.
   */
  suggested: Reading[]
  /** Why the text is not a number, if no reading is possible. */
  reason: InvalidReason
}

/** International prefixes of many countries. `00` is missing here because it is accepted in every country. */
const foreignPrefixes = ['0011', '011', '010', '810']
const longestPrefix = 9

/** Reads digits that follow a plus sign. */
export function interpretInternational(text: TypedText, country: string): Readings {
  return readings(null, behindPrefix(text, 0, country), [])
}

/** Reads digits without a plus sign, in every way that is possible while `country` is selected. */
export function interpret(text: TypedText, country: string): Readings {
  const { digits } = text
  const plan = planOf(country)
  const dialled = dialledFrom(text, country, plan)
  const coded = digits.startsWith('0') ? [] : behindPrefix(text, 0, country)
  const isOwnCode = plan !== null && digits.startsWith(plan.callingCode)
  const national = plan === null ? null : readNational(digits, country, plan)
  // Some Russian numbers have fourteen digits and start with 8, and some Italian numbers start with 0. So an
  // international number after 810 or 00 may look like a national one by chance.
  const isByChance = national !== null && national.fit < (national.isVerbatim ? fit.mobile : fit.pattern)
  return readings(
    dialled.length > 0 && isByChance ? null : national,
    isOwnCode ? [...dialled, ...coded] : dialled,
    [...(isOwnCode ? [] : coded), ...foreignDialled(text, country)],
  )
}

/**
 * Reads what follows the country's international prefix, or `00`, which travellers dial everywhere. Where the country's
 * own prefix is longer, such as Korea's `008`, the digits after `00` may be a number too. If it has a trunk prefix, `00`
 * is the likelier prefix, because the other reading is then a coincidence.
 */
function dialledFrom(text: TypedText, country: string, plan: Plan | null): Reading[] {
  const { digits } = text
  const lengths = Array.from({ length: longestPrefix }, (_, index) => index + 1)
    // In Bolivia the prefix of `0012…` is `00` or `0012`. No calling code starts with 0.
    .filter((length) => plan?.dialled.test(digits.slice(0, length)) && /[1-9]/.test(digits.charAt(length)))
  const own = lengths.flatMap((length) => behindPrefix(text, length, country))
  if (!/^00[1-9]/.test(digits) || lengths.includes(2)) return own
  const zeros = behindPrefix(text, 2, country)
  if (!own.some((reading) => reading.fit >= fit.pattern)) return [...own, ...zeros]
  // Australia's 0011 would otherwise look like 00 and a calling code 1 with its trunk prefix.
  const likelier = zeros.filter(
    (one) => one.fit === fit.mobile && !one.isVerbatim && !one.phoneNumber.startsWith('+1'),
  )
  return [...likelier, ...own, ...zeros.filter((reading) => reading.isVerbatim)]
}

/** Whether a reading of digits that begin with `00` takes more of them for an international prefix. */
export function isBehindMoreThanZeros(reading: Reading, text: TypedText, country: string): boolean {
  const isOther = ({ phoneNumber }: Reading) => phoneNumber !== reading.phoneNumber
  return /^00[1-9]/.test(text.digits) && behindPrefix(text, 2, country).every(isOther)
}

/**
 * Reads the digits after a prefix. A zero in brackets is read both ways: in Italy it belongs to the number, elsewhere
 * it is left out.
 */
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
 * Whether to ask about a number of another country. If the digits are a mobile number of the selected country, a
 * reading as +1 is not asked about: Americans write ten digits, and almost half of China's mobile numbers, which have
 * eleven and start with 1, would cause the question.
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
    // A trunk prefix after a calling code is a mistake. It is too unlikely if there is any other reading.
    suggested: isAlone ? elsewhere : elsewhere.filter((reading) => reading.isVerbatim),
    reason,
  }
}

function isPossible(reading: Reading): boolean {
  return reading.fit > fit.none
}
