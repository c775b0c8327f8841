import { type CountryCode, Metadata, type MetadataJson, type NumberingPlan } from 'libphonenumber-js/core'
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
}

type NumberKind = { pattern(): string; possibleLengths(): number[] }

/** What a numbering plan has at run time; the package's own declarations leave these out. */
type FullNumberingPlan = NumberingPlan & {
  callingCode(): string
  nationalNumberPattern(): string
  nationalPrefix(): string | 0 | undefined
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

/**
 * Metadata in which a region is the only one of its calling code. With it, its own rules are applied to a
 * national number, where the full metadata would apply those of the main region.
 */
export function metadataOfOnly(country: string, { callingCode }: Plan): MetadataJson {
  if (!isRegion(country)) return metadata
  return {
    version: metadata.version,
    country_calling_codes: { [callingCode]: [country] },
    countries: { [country]: metadata.countries[country] },
    nonGeographic: {},
  }
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
  }
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
