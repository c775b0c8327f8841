import { countriesOf, type Country } from './countries.js'
import { readTypedText } from './typedText.js'

/** A country with its names as they are searched, each between line feeds. */
type Entry = { country: Country; names: string }

/** Countries made ready to be searched. */
export type CountryIndex = readonly Entry[]

/** What people also call a country in English, where neither its English name nor its two letters say so. */
const alsoCalled: Record<string, string> = {
  AE: 'UAE',
  CI: 'Ivory Coast',
  CZ: 'Czech Republic',
  GB: 'UK\nGreat Britain\nEngland',
  NL: 'Holland',
  SZ: 'Swaziland',
  TR: 'Turkey',
  US: 'USA',
}

/** Reads the names once, so that a key pressed in the search costs no more than the search. */
export function indexCountries(countries: readonly Country[]): CountryIndex {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  return countries.map((country) => {
    const names = `${country.name}\n${english.of(country.country) ?? ''}\n${alsoCalled[country.country] ?? ''}`
    return { country, names: `\n${names.split('\n').map(fold).join('\n')}\n` }
  })
}

/**
 * The countries that a query means, the best first: by name in the page's language or in English, by two-letter
 * code, or by calling code. Equally good ones keep their order, and an empty query means all of them.
 */
export function searchCountries(index: CountryIndex, query: string): Country[] {
  const typed = readTypedText(query)
  const tests =
    typeof typed === 'object' ? byCallingCode(typed.digits.replace(/^00/, '')) : byName(query.trim())
  const found = tests.map(() => new Array<Country>())
  for (const entry of index) found[tests.findIndex((test) => test(entry))]?.push(entry.country)
  return found.flat()
}

/** How an entry can match, the best way first. */
type Tests = readonly ((entry: Entry) => boolean)[]

function byCallingCode(digits: string): Tests {
  const [main] = countriesOf(digits)
  return [
    ({ country }) => country.country === main,
    ({ country }) => country.callingCode.startsWith(digits),
    // More of a number than its calling code
    ({ country }) => digits.startsWith(country.callingCode),
  ]
}

function byName(text: string): Tests {
  const code = text.toUpperCase()
  const query = fold(text)
  if (query === '') return [() => true]
  const wholeName = `\n${query}\n`
  return [
    ({ country, names }) => country.country === code || names.includes(wholeName),
    ({ names }) => names.includes(`\n${query}`),
    ({ names }) => names.includes(` ${query}`),
    ({ names }) => names.includes(query),
  ]
}

const alsoWritten: Record<string, string> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  '&': 'and',
}

/** Small letters without the marks that people leave out, words apart by one space. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ıøłđæœß&]/g, (character) => alsoWritten[character] ?? '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .trim()
}
