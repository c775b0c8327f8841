import { type CountryCode, Metadata, type NumberingPlan } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'

/** The rules that decide whether a national number can belong to a region. */
export type Plan = {
  callingCode: string
  /** Matches every national number of the region, of any kind. */
  pattern: RegExp
  /** How many digits its national numbers have, ascending. */
  lengths: readonly number[]
  /** Its mobile numbers; all its numbers if the plan does not distinguish them (TA). */
  mobile: { pattern: RegExp; lengths: readonly number[] }
  /** Matches a whole international prefix, which is dialled before a calling code: `00`, `011`, `810`, `0015`… */
  dialled: RegExp
  /** The trunk prefix, which is dialled before a national number; empty if there is none. */
  trunk: string
  /** Matches what is removed before a national number: the trunk prefix and carrier codes; null if nothing is. */
  prefix: RegExp | null
  /** What replaces the prefix if its last group matches, such as `34$1` or an area code. */
  replacement: string
  /**
   * Matches the leading digits that only this region has among the regions of its calling code; null if there are
   * none.
   */
  leading: RegExp | null
  /** The same, for national numbers that are not finished yet: they match every beginning, too. */
  unfinished: { pattern: RegExp; mobile: RegExp; leading: RegExp | null }
}

type NumberKind = { pattern(): string; possibleLengths(): number[] }

/** A numbering plan as it is at run time. The package's own declarations leave out these methods. */
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

/** The numbering plan of a region; null for a region that libphonenumber does not know. */
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

/** The calling code that the digits start with, of a country or non-geographic; null if there is none. */
export function callingCodeOfDigits(digits: string): string | null {
  return callingCodes.find((code) => digits.startsWith(code)) ?? null
}

/** Whether more digits could turn these into a calling code. */
export function isUnfinishedCallingCode(digits: string): boolean {
  return callingCodes.some((code) => code.startsWith(digits))
}

function isRegion(country: string): country is CountryCode {
  return Object.hasOwn(metadata.countries, country)
}

function readPlan(country: CountryCode): Plan {
  const selected = new Metadata(metadata)
  selected.selectNumberingPlan(country)
  // The package declares only a few of its methods: see FullNumberingPlan.
  const plan = selected.numberingPlan as FullNumberingPlan
  const kind = plan.type('MOBILE')
  const pattern = whole(plan.nationalNumberPattern())
  const lengths = plan.possibleLengths()
  const mobile = kind
    ? { pattern: whole(kind.pattern()), lengths: kind.possibleLengths() }
    : { pattern, lengths }
  const leading = beginning(plan.leadingDigits())
  return {
    callingCode: plan.callingCode(),
    pattern,
    lengths,
    mobile,
    dialled: whole(plan.IDDPrefix()),
    trunk: plan.nationalPrefix() || '',
    prefix: beginning(plan.nationalPrefixForParsing()),
    replacement: plan.nationalPrefixTransformRule() || '',
    leading,
    unfinished: {
      pattern: unfinished(pattern),
      mobile: unfinished(mobile.pattern),
      leading: leading && unfinished(leading),
    },
  }
}

function beginning(pattern: string | 0 | undefined): RegExp | null {
  return pattern ? new RegExp(`^(?:${pattern})`) : null
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}

/**
 * Makes an expression that matches what a pattern matches, and every beginning of it: after each digit the text may
 * end.
 */
function unfinished({ source }: RegExp): RegExp {
  return new RegExp(
    source.replace(/\{[\d,]+\}|\[[^[\]]+\]|\\d|\d/g, (part) =>
      part.startsWith('{') ? part : `(?:${part}|$)`,
    ),
  )
}
