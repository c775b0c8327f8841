import { countryName } from './countryName.js'

/**
 * Calling codes and their regions; the main region of a shared code comes first. The table is here so that a list of
 * countries works without the numbering plans. Regions that libphonenumber lacks (AQ, BV…) are left out because
 * servers cannot parse their numbers.
 */
const table =
  '1USAGAIASBBBMBSCADMDOGDGUJMKNKYLCMPMSPRSXTCTTVCVGVI7RUKZ20EG27ZA30GR31NL32BE33FR34ES36HU39ITVA40RO41CH' +
  '43AT44GBGGIMJE45DK46SE47NOSJ48PL49DE51PE52MX53CU54AR55BR56CL57CO58VE60MY61AUCCCX62ID63PH64NZ65SG66TH81JP' +
  '82KR84VN86CN90TR91IN92PK93AF94LK95MM98IR211SS212MAEH213DZ216TN218LY220GM221SN222MR223ML224GN225CI226BF' +
  '227NE228TG229BJ230MU231LR232SL233GH234NG235TD236CF237CM238CV239ST240GQ241GA242CG243CD244AO245GW246IO' +
  '247AC248SC249SD250RW251ET252SO253DJ254KE255TZ256UG257BI258MZ260ZM261MG262REYT263ZW264NA265MW266LS267BW' +
  '268SZ269KM290SHTA291ER297AW298FO299GL350GI351PT352LU353IE354IS355AL356MT357CY358FIAX359BG370LT371LV' +
  '372EE373MD374AM375BY376AD377MC378SM380UA381RS382ME383XK385HR386SI387BA389MK420CZ421SK423LI500FK501BZ' +
  '502GT503SV504HN505NI506CR507PA508PM509HT590GPBLMF591BO592GY593EC594GF595PY596MQ597SR598UY599CWBQ670TL' +
  '672NF673BN674NR675PG676TO677SB678VU679FJ680PW681WF682CK683NU685WS686KI687NC688TV689PF690TK691FM692MH' +
  '850KP852HK853MO855KH856LA880BD886TW960MV961LB962JO963SY964IQ965KW966SA967YE968OM970PS971AE972IL973BH' +
  '974QA975BT976MN977NP992TJ993TM994AZ995GE996KG998UZ'

/** A country to choose from. */
export type Country = {
  /** Two-letter uppercase region. `FR` */
  country: string
  /** Without `+`. `33` */
  callingCode: string
  /** Its name in the language of the page. */
  name: string
}

/** Options of `listCountries`. */
export type ListCountriesOptions = {
  /** BCP 47 tag of the language of the names and their order; English if the runtime does not know it. */
  locale: string
  /** Only these countries. @default all */
  only?: readonly string[] | undefined
  /** These first, in this order. @default none */
  preferred?: readonly string[] | undefined
}

const regionsByCode = new Map<string, readonly string[]>()
const codeByRegion = new Map<string, string>()
for (const [, code = '', regions = ''] of table.matchAll(/(?<!\d)(\d+)([A-Z]+)/g)) {
  regionsByCode.set(code, regions.match(/../g) ?? [])
  for (const region of regionsByCode.get(code) ?? []) codeByRegion.set(region, code)
}

/** Every region that has phone numbers, in the order of the table. */
export function allCountries(): readonly string[] {
  return [...codeByRegion.keys()]
}

/** Whether a value is a two-letter uppercase region that has phone numbers of its own. */
export function isCountry(value: unknown): value is string {
  return typeof value === 'string' && codeByRegion.has(value)
}

/** The calling code of a country, without `+`; null for an unknown one. */
export function callingCodeOf(country: string): string | null {
  return codeByRegion.get(country) ?? null
}

/** The countries of a calling code, the main one first; empty for an unknown one. */
export function countriesOf(callingCode: string): readonly string[] {
  return regionsByCode.get(callingCode) ?? []
}

/** The countries a person can choose from, named and sorted in their language. */
export function listCountries({ locale, only, preferred = [] }: ListCountriesOptions): Country[] {
  const first = [...new Set(preferred.map(upperCase))]
  const offered = only && new Set(only.map(upperCase))
  const all = namedIn(locale).filter(({ country }) => offered?.has(country) ?? true)
  const isFirst = ({ country }: Country) => first.includes(country)
  const head = first.flatMap((country) => all.filter((each) => each.country === country))
  return [...head, ...all.filter((country) => !isFirst(country))]
}

/**
 * The country to start with, from the languages of the browser: the region of the first one, or of another entry
 * of the same language, or the most likely region of that language.
 *
 * @param languages such as `navigator.languages`
 */
export function guessCountry(languages: readonly string[]): string | null {
  const locales = languages.map(localeOf).filter((locale) => locale !== null)
  const [first] = locales
  const sameLanguage = locales.filter((locale) => locale.language === first?.language)
  const likely = first === undefined || first.region !== undefined ? [] : [first.maximize()]
  return [...sameLanguage, ...likely, ...locales].map((locale) => locale.region).find(isCountry) ?? null
}

let lastNamed: { locale: string; countries: readonly Country[] } | null = null

/**
 * The result is kept: naming and sorting all countries takes milliseconds, and all forms of a page use the same
 * language.
 */
function namedIn(locale: string): readonly Country[] {
  if (lastNamed?.locale === locale) return lastNamed.countries
  const tag = localeOf(locale)?.toString() ?? 'en'
  const collator = new Intl.Collator(tag)
  const countries = Array.from(codeByRegion, ([country, callingCode]) => {
    return { country, callingCode, name: countryName(country, tag) }
  }).sort((a, b) => collator.compare(a.name, b.name))
  lastNamed = { locale, countries }
  return countries
}

/** Parses a language tag, also with the underscore that some frameworks use; `null` if it is not a valid tag. */
export function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'))
  } catch {
    return null
  }
}

/** A region in the uppercase form that this library uses. Apps may write it in lowercase. */
export function upperCase(country: string): string {
  return country.toUpperCase()
}
