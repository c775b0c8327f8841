import type { InvalidReason } from './phoneNumber.js'
import {
  callingCodeOfDigits,
  isNonGeographic,
  isUnfinishedCallingCode,
  type Plan,
  planOf,
  regionsOf,
} from './plans.js'

/** How well a number fits its country. A number may be sent from `length` on. */
export const fit = { none: 0, length: 1, pattern: 2, mobile: 3 } as const

/** One way to understand the digits of a text. */
export type Reading = {
  phoneNumber: string
  country: string
  fit: number
  /** Whether the number has all the digits of the text: no trunk prefix was removed. */
  isVerbatim: boolean
  /** Why it is not a number; null if it may be sent. */
  reason: InvalidReason | null
}

const longestE164 = 15

/** Reads digits as a calling code and a number, as if they followed a `+`. */
export function readInternational(digits: string, country: string): Reading {
  const callingCode = callingCodeOfDigits(digits)
  if (callingCode === null)
    return impossible(isUnfinishedCallingCode(digits) ? 'too-short' : 'unknown-country-code')
  if (isNonGeographic(callingCode)) return impossible('not-geographic')
  const regions = regionsOf(callingCode)
  const written = digits.slice(callingCode.length)
  const main = planOf(regions[0] ?? '')
  const national = main === null ? written : withoutPrefix(written, main, regions)
  // If several regions share the calling code, the one that the person chose wins: Canada stays Canada.
  const region = regions.includes(country) ? country : (regionOf(national, regions) ?? regions[0] ?? country)
  return judge(callingCode, national, region, digits)
}

/** Reads digits as a national number of a region, with or without the trunk prefix. */
export function readNational(digits: string, country: string, plan: Plan): Reading {
  // This uses the region's own rules, not those of the main region of its calling code.
  return judge(plan.callingCode, withoutPrefix(digits, plan, [country]), country, plan.callingCode + digits)
}

/**
 * Removes the prefix of a national number as libphonenumber does: not if too few digits would remain, or if a valid
 * number would become invalid. libphonenumber's own parser is not used, because it would add 3 kB to a page.
 *
 * @param regions the regions that the number can belong to
 */
function withoutPrefix(digits: string, plan: Plan, regions: readonly string[]): string {
  const { prefix, replacement, pattern } = plan
  const match = prefix?.exec(digits)
  if (!match || prefix === null) return digits
  const isReplaced = replacement !== '' && match.length > 1 && Boolean(match.at(-1))
  const national = digits.replace(prefix, isReplaced ? replacement : '')
  const { lengths } = planOf(regionOf(national, regions) ?? '') ?? plan
  const isPossible = lengths.includes(national.length) || national.length > Math.max(...lengths)
  const isSpoilt = pattern.test(digits) && !pattern.test(national)
  return isPossible && !isSpoilt ? national : digits
}

/** The region that a national number belongs to; undefined if the digits do not decide it. */
function regionOf(national: string, regions: readonly string[]): string | undefined {
  if (regions.length === 1) return regions[0]
  return regions.find((region) => {
    const plan = planOf(region)
    return plan?.leading ? plan.leading.test(national) : isMobile(national, plan)
  })
}

function judge(callingCode: string, national: string, country: string, written: string): Reading {
  const phoneNumber = `+${callingCode}${national}`
  const regions = regionsOf(callingCode)
  const plans = [country, regions[0] ?? country].map(planOf).filter((plan) => plan !== null)
  const verdict = (level: number, reason: InvalidReason | null = null): Reading => {
    return { phoneNumber, country, fit: level, isVerbatim: phoneNumber === `+${written}`, reason }
  }
  if (phoneNumber.length - 1 > longestE164) return verdict(fit.none, 'too-long')
  if (regions.some((region) => isMobile(national, planOf(region)))) return verdict(fit.mobile)
  if (plans.some((plan) => plan.lengths.includes(national.length) && plan.pattern.test(national)))
    return verdict(fit.pattern)
  const wrong = plans.map((plan) => wrongLength(national, plan))
  return wrong.includes(null) ? verdict(fit.length) : verdict(fit.none, wrong[0] ?? 'too-long')
}

function isMobile(national: string, plan: Plan | null): boolean {
  return plan?.mobile.lengths.includes(national.length) === true && plan.mobile.pattern.test(national)
}

function wrongLength(national: string, plan: Plan): 'too-short' | 'too-long' | null {
  // The trunk prefix is still there because the rest has a wrong length. It is not counted as a digit, or it would
  // make up for a missing one: 061234567 in France.
  const leftOver = plan.trunk !== '' && national.startsWith(plan.trunk)
  const length = national.length - (leftOver ? plan.trunk.length : 0)
  if (plan.lengths.includes(length)) return null
  return length < (plan.mobile.lengths[0] ?? 0) ? 'too-short' : 'too-long'
}

function impossible(reason: InvalidReason): Reading {
  return { phoneNumber: '', country: '', fit: fit.none, isVerbatim: true, reason }
}
