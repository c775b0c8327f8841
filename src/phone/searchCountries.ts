import { countriesOf, type Country } from './countries.js'
import { otherNamesOf, ownNameOf } from './otherNames.js'
import { regionOfDigits } from './parsePhoneNumber.js'
import { readTypedText } from './typedText.js'

/** A country with its names as they are searched, each between line feeds. */
type Entry = {
  country: Country
  names: string
  /** Its name in its own languages; made when first asked for. */
  own: () => string
}

/** Countries made ready to be searched. */
export type CountryIndex = readonly Entry[]

/** Reads the names once, so that a key pressed in the search costs no more than the search. */
export function indexCountries(countries: readonly Country[]): CountryIndex {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  return countries.map((country) => {
    const region = country.country
    let own: string | undefined
    return {
      country,
      names: lines(`${country.name}\n${english.of(region) ?? ''}\n${otherNamesOf(region)}`),
      own: () => (own ??= lines(ownNameOf(region))),
    }
  })
}

/**
 * The countries that a query means, the best first: by a name in the page's language, in English or in the country's
 * own language, by another name that people use, by ISO code of two or three letters, or by the digits of a number.
 * Equally good ones keep their order, and an empty query means all of them.
 */
export function searchCountries(index: CountryIndex, query: string): Country[] {
  const typed = readTypedText(query)
  const tests =
    typeof typed === 'object' ? byCallingCode(typed.digits.replace(/^00/, '')) : byName(query.trim(), index)
  const found = tests.map(() => new Array<Country>())
  for (const entry of index) found[tests.findIndex((test) => test(entry))]?.push(entry.country)
  return found.flat()
}

/** How an entry can match, the best way first. */
type Tests = readonly ((entry: Entry) => boolean)[]

function byCallingCode(digits: string): Tests {
  const [main] = countriesOf(digits)
  const region = main ?? regionOfDigits(digits)
  return [
    ({ country }) => country.country === region,
    ({ country }) => country.callingCode.startsWith(digits),
    // More of a number than its calling code
    ({ country }) => digits.startsWith(country.callingCode),
  ]
}

function byName(text: string, index: CountryIndex): Tests {
  const code = text.toUpperCase()
  const query = fold(text)
  if (query === '') return [() => true]
  const inNames: Tests = [
    ({ country }) => country.country === code,
    ({ names }) => names.includes(`\n${query}\n`),
    ({ names }) => names.includes(`\n${query}`),
    ({ names }) => names.includes(` ${query}`),
  ]
  const within: Tests = [({ names }) => names.includes(query)]
  if (index.some((entry) => inNames.some((test) => test(entry)))) return [...inNames, ...within]
  // Nothing begins like that: now it is worth the time that the runtime takes over ninety languages.
  return [...within, ({ own }) => own().includes(query)]
}

function lines(names: string): string {
  return `\n${names.split('\n').map(fold).join('\n')}\n`
}

/** A map, because some minifiers write the keys of an object as they are, in pages that read them wrong. */
const alsoWritten = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['&', 'and'],
])

/** Small letters without the marks that people leave out, words apart by one space. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ıøłđæœß&]/g, (character) => alsoWritten.get(character) ?? '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/\bst\b/g, 'saint')
    .trim()
}
