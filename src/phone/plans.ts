import { type CountryCode, Metadata, type NumberingPlan } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'

/** What decides whether a national number can belong to a region. */
export type Plan = {
  callingCode: string
  /** Every national number of the region, of whatever kind. */
  pattern: RegExp
  /** How many digits its national numbers have, ascending. */
  lengths: readonly number[]
  /** Its mobile numbers; all of its numbers where nobody tells them apart (TA). */
  mobile: { pattern: RegExp; lengths: readonly number[] }
  /** What is dialled there before a calling code, whole: `00`, `011`, `810`, `0015`… */
  dialled: RegExp
  /** What is dialled there before a national number; empty where nothing is. */
  trunk: string
  /** What is taken away before a national number; null where nothing is. More than the trunk prefix: carrier codes too. */
  prefix: RegExp | null
  /** What is put in its place where it has a group that matches, as `34$1` or an area code. */
  replacement: string
  /** What only its numbers start with, among the regions of its calling code; null where nothing tells. */
  leading: RegExp | null
}

type NumberKind = { pattern(): string; possibleLengths(): number[] }

/** What a numbering plan has at run time; the package's own declarations leave these out. */
type FullNumberingPlan = NumberingPlan & {
  callingCode(): string
  nationalNumberPattern(): string
  nationalPrefix(): string | 0 | undefined
  nationalPrefixForParsing(): string | 0 | undefined
  nationalPrefixTransformRule(): string | 0 | undefined
  leadingDigits(): string | 0 | undefined
  type(kind: 'MOBILE'): NumberKind | undefined
}

const callingCodes = [...Object.keys(metadata.country_calling_codes), ...Object.keys(metadata.nonGeographic)]
const plans = new Map<string, Plan>()

/** The numbering plan of a region, or null for what libphonenumber does not know. */
export function planOf(country: string): Plan | null {
  if (!isRegion(country)) return null
  let plan = plans.get(country)
  if (plan === undefined) {
    plan = readPlan(country)
    plans.set(country, plan)
  }
  return plan
}

/** The regions of a calling code, the main one first; empty for an unknown or non-geographic one. */
export function regionsOf(callingCode: string): readonly string[] {
  return metadata.country_calling_codes[callingCode] ?? []
}

/** Whether a calling code belongs to no country, as +800 and +870 do. */
export function isNonGeographic(callingCode: string): boolean {
  return callingCode in metadata.nonGeographic
}

/** The calling code that digits start with, be it of a country or non-geographic. */
export function callingCodeOfDigits(digits: string): string | null {
  return callingCodes.find((code) => digits.startsWith(code)) ?? null
}

/** Whether more digits could make a calling code of these. */
export function isUnfinishedCallingCode(digits: string): boolean {
  return callingCodes.some((code) => code.startsWith(digits))
}

function isRegion(country: string): country is CountryCode {
  return Object.hasOwn(metadata.countries, country)
}

function readPlan(country: CountryCode): Plan {
  const selected = new Metadata(metadata)
  selected.selectNumberingPlan(country)
  // Declared with a few of its methods only: see FullNumberingPlan.
  const plan = selected.numberingPlan as FullNumberingPlan
  const mobile = plan.type('MOBILE')
  const pattern = whole(plan.nationalNumberPattern())
  const lengths = plan.possibleLengths()
  return {
    callingCode: plan.callingCode(),
    pattern,
    lengths,
    mobile: mobile
      ? { pattern: whole(mobile.pattern()), lengths: mobile.possibleLengths() }
      : { pattern, lengths },
    dialled: whole(plan.IDDPrefix()),
    trunk: plan.nationalPrefix() || '',
    prefix: beginning(plan.nationalPrefixForParsing()),
    replacement: plan.nationalPrefixTransformRule() || '',
    leading: beginning(plan.leadingDigits()),
  }
}

function beginning(pattern: string | 0 | undefined): RegExp | null {
  return pattern ? new RegExp(`^(?:${pattern})`) : null
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
