import { getCountries, getCountryCallingCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { describe, expect, it } from 'vitest'
import {
  callingCodeOf,
  countriesOf,
  guessCountry,
  isCountry,
  listCountries,
} from '../../src/phone/countries.js'
import { countryLabel } from '../../src/phone/countryName.js'

const english = listCountries({ locale: 'en' })

describe('the table of countries', () => {
  it('has the regions of libphonenumber, each with its calling code', () => {
    const known = getCountries(metadata).map((country) => [country, getCountryCallingCode(country, metadata)])
    expect(english.map(({ country, callingCode }) => [country, callingCode]).sort()).toEqual(known.sort())
  })

  it('has the regions of each calling code in the same order, the main one first', () => {
    for (const [callingCode, countries] of Object.entries(metadata.country_calling_codes))
      expect(countriesOf(callingCode)).toEqual(countries)
  })

  it('knows Kosovo, Ascension and Tristan da Cunha, but nothing that servers cannot parse', () => {
    expect(['XK', 'AC', 'TA'].map(callingCodeOf)).toEqual(['383', '247', '290'])
    const unknown = [
      'AQ',
      'BV',
      'HM',
      'TF',
      'PN',
      'GS',
      'UM',
      'IC',
      'EA',
      'DG',
      'CP',
      'AN',
      '001',
      'ZZ',
      'gb',
      '',
      null,
    ]
    expect(unknown.filter(isCountry)).toEqual([])
    expect(callingCodeOf('AQ')).toBeNull()
    expect(countriesOf('800')).toEqual([])
  })
})

describe('the list of countries', () => {
  it('names every country in the language of the page', () => {
    for (const locale of ['en', 'de', 'fr', 'ar', 'ja', 'pt-BR']) {
      const list = listCountries({ locale })
      expect(list.filter(({ country, name }) => name === country || name === '')).toEqual([])
    }
    const named = (locale: string, code: string) =>
      listCountries({ locale }).find(({ country }) => country === code)?.name
    expect([named('de', 'FR'), named('fr', 'DE'), named('en', 'XK')]).toEqual([
      'Frankreich',
      'Allemagne',
      'Kosovo',
    ])
  })

  it('is sorted the way the language sorts', () => {
    const names = listCountries({ locale: 'de' }).map(({ name }) => name)
    expect(names).toEqual([...names].sort(new Intl.Collator('de').compare))
    expect(names.indexOf('Ägypten')).toBeLessThan(names.indexOf('Albanien'))
  })

  it('puts the preferred countries on top, in their order and once', () => {
    const list = listCountries({ locale: 'en', preferred: ['GB', 'fr', 'GB', 'AQ'] })
    expect(list.slice(0, 3).map(({ country }) => country)).toEqual(['GB', 'FR', 'AF'])
    expect(list.map(({ country }) => country).sort()).toEqual(english.map(({ country }) => country).sort())
  })

  it('offers only what it is told to', () => {
    const list = listCountries({ locale: 'en', only: ['DE', 'at', 'CH', 'AQ'], preferred: ['CH', 'US'] })
    expect(list.map(({ name }) => name)).toEqual(['Switzerland', 'Austria', 'Germany'])
    expect(listCountries({ locale: 'en', only: [] })).toEqual([])
  })

  it('takes a language tag with an underscore, and English for what is none', () => {
    expect(listCountries({ locale: 'de_DE' })).toEqual(listCountries({ locale: 'de' }))
    expect(listCountries({ locale: 'not a language' })).toEqual(english)
  })
})

describe('the label of a country', () => {
  it.each([
    ['en', 'GB', 'United Kingdom (+44)'],
    ['ar', 'GB', 'المملكة المتحدة (\u2066+44\u2069)'],
    ['fa', 'FR', 'فرانسه (\u2066+33\u2069)'],
  ])('keeps the plus before the digits in the language %s', (locale, only, label) => {
    const [found] = listCountries({ locale, only: [only] })
    expect(found && countryLabel(found.name, found.callingCode)).toBe(label)
  })
})

describe('the country to start with', () => {
  const guesses: [string[], string | null][] = [
    [['en-GB', 'en'], 'GB'],
    [['fr-CA'], 'CA'],
    [['zh-Hant-HK'], 'HK'],
    [['en_AU'], 'AU'],
    // The same language tells more than the next one
    [['en', 'en-NZ', 'de-DE'], 'NZ'],
    [['es-419', 'es-MX'], 'MX'],
    // The most likely region, of the first language only
    [['de', 'en-US'], 'DE'],
    [['pt'], 'BR'],
    [['ja'], 'JP'],
    [['eo', 'fr-FR'], 'FR'],
    [['en-AQ', 'fr-FR'], 'FR'],
    [['not a language', 'it-IT'], 'IT'],
    [['eo'], null],
    [[], null],
  ]
  it.each(guesses)('for %j is %s', (languages, country) => {
    expect(guessCountry(languages)).toBe(country)
  })
})
