import { countriesOf, type Country } from './countries.js'
import { displayNames } from './countryName.js'
import { otherNamesOf, ownNameOf } from './otherNames.js'
import { loadedPhoneEngine } from './parsePhoneNumber.js'
import { readTypedText } from './typedText.js'

/** A country with its searchable names, each between line feeds. */
type Entry = {
  country: Country
  names: string
}

/** Countries that are prepared for searching. */
export type CountryIndex = readonly Entry[]

/** Prepares the names once, so that each key press costs only the search itself. */
export function indexCountries(countries: readonly Country[], locale: string): CountryIndex {
  const dictionaries = [displayNames('en'), displayNames('en', 'short'), displayNames(locale, 'short')]
  return countries.map((country) => {
    const region = country.country
    const names = [country.name, ...otherNamesOf(region), ...dictionaries.map((one) => one.of(region))]
    return { country, names: lines(names) }
  })
}

/**
 * Finds the countries that match a query, the best first: by a name in the page's language, in English or in the
 * country's own language, by another name that people use, by ISO code of two or three letters, or by the digits of a
 * number. Equally good matches keep their order. An empty query matches all countries.
 */
export function searchCountries(index: CountryIndex, query: string): Country[] {
  const typed = readTypedText(query)
  const tests =
    typeof typed === 'object'
      ? byCallingCode(typed.digits.replace(/^0(?:0|11)/, ''))
      : byName(query.trim(), index)
  const found = tests.map(() => new Array<Country>())
  for (const entry of index) found[tests.findIndex((test) => test(entry))]?.push(entry.country)
  return found.flat()
}

/** The ways in which an entry can match, the best first. */
type Tests = readonly ((entry: Entry) => boolean)[]

function byCallingCode(digits: string): Tests {
  const region = countriesOf(digits)[0] ?? loadedPhoneEngine()?.regionOfDigits(digits)
  return [
    ({ country }) => country.country === region,
    ({ country }) => country.callingCode.startsWith(digits),
    // The query continues after the calling code. Its main country comes first while too few digits follow to tell.
    ({ country }) =>
      digits.startsWith(country.callingCode) && countriesOf(country.callingCode)[0] === country.country,
    ({ country }) => digits.startsWith(country.callingCode),
  ]
}

function byName(text: string, index: CountryIndex): Tests {
  const code = text.toUpperCase()
  const query = fold(text)
  if (query === '') return [() => true]
  const has =
    (part: string) =>
    ({ names }: Entry) =>
      names.includes(part)
  const begins: Tests = [
    ({ country }) => country.country === code,
    ...[`\n${query}\n`, `\n${query}`, ` ${query}`].map(has),
  ]
  if (index.some((entry) => begins.some((test) => test(entry)))) return [...begins, has(query)]
  // No name begins with the query. Only now is it worth the time to look up names in some ninety languages.
  return [has(query), ({ country }) => lines([ownNameOf(country.country)]).includes(query)]
}

function lines(names: (string | undefined)[]): string {
  return `\n${names.map(fold).join('\n')}\n`
}

/** Letters that Unicode does not decompose into a letter and a mark, each followed by its plain spelling. */
const ALSO_WRITTEN = 'ıi øo łl đd æae œoe ßss'.split(' ')

/** Lowercases a text, removes the marks that people leave out, and puts one space between words. */
function fold(text = ''): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('&', 'and')
    .replace(/^the /, '')
    // `U.S.A.` is `USA`.
    .replace(/\b(\p{L})\./gu, '$1')
  return ALSO_WRITTEN.reduce(
    (written, [letter = '', ...others]) => written.replaceAll(letter, others.join('')),
    plain,
  )
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .trim()
}
