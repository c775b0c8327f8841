import { type CountryCode, Metadata } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { callingCodeOfDigits, regionsOf } from './plans.js'

type Start = {
  /** Every unfinished national number of a region; in some, as in the United States, almost any digits. */
  pattern: RegExp
  /** Every unfinished mobile number: those tell countries apart that share a calling code. */
  mobile: RegExp
  /** What only its numbers start with, among the regions of its calling code. */
  leading: RegExp | null
  /** The same, unfinished. */
  unfinishedLeading: RegExp | null
}

/** The methods of a selected plan that the package's declarations leave out. */
type FullPlan = {
  nationalNumberPattern(): string
  leadingDigits(): string | 0 | undefined
  type(kind: 'MOBILE'): { pattern(): string } | undefined
}

const starts = new Map<string, Start>()

/**
 * The country of an unfinished number, by the digits behind its plus: as soon as the calling code says so, or the
 * digits behind it where countries share one. `null` as long as it could be several, or none.
 *
 * @param home the country that the person chose: among those that share a calling code it is never overruled
 * @param known what the formatter makes of the number
 */
export function countryOfTyped(digits: string, home: string, known: string | undefined): string | null {
  const callingCode = callingCodeOfDigits(digits)
  const regions = callingCode === null ? [] : regionsOf(callingCode)
  if (callingCode === null || regions.length < 2) return regions[0] ?? null
  if (regions.includes(home)) return home
  const national = digits.slice(callingCode.length)
  if (national === '') return null
  const named = regions.find((region) => startOf(region).leading?.test(national))
  if (named !== undefined) return named
  const possible = regions.filter((region) => {
    const { pattern, unfinishedLeading } = startOf(region)
    return unfinishedLeading?.test(national) !== false && pattern.test(national)
  })
  const mobile = possible.filter((region) => startOf(region).mobile.test(national))
  const [only, other] = mobile.length > 0 ? mobile : possible
  return (other === undefined ? only : known) ?? null
}

function startOf(region: string): Start {
  let start = starts.get(region)
  if (start === undefined) {
    start = readStart(region)
    starts.set(region, start)
  }
  return start
}

function readStart(region: string): Start {
  const selected = new Metadata(metadata)
  // The regions of a calling code are the package's own.
  selected.selectNumberingPlan(region as CountryCode)
  const plan = selected.numberingPlan as unknown as FullPlan
  const pattern = plan.nationalNumberPattern()
  const leading = plan.leadingDigits() || null
  return {
    pattern: new RegExp(`^(?:${unfinished(pattern)})$`),
    mobile: new RegExp(`^(?:${unfinished(plan.type('MOBILE')?.pattern() ?? pattern)})$`),
    leading: leading === null ? null : new RegExp(`^(?:${leading})`),
    unfinishedLeading: leading === null ? null : new RegExp(`^(?:${unfinished(leading)})`),
  }
}

/** An expression for all that a pattern matches, and for every beginning of that: each digit may be the end. */
function unfinished(pattern: string): string {
  return pattern.replace(/\{[\d,]+\}|\[[^\]]+\]|\\d|\d/g, (part) =>
    part.startsWith('{') ? part : `(?:${part}|$)`,
  )
}
