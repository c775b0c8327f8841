import { describe, expect, it } from 'vitest'
import { listCountries, type ListCountriesOptions } from '../../src/phone/countries.js'
import { indexCountries, searchCountries } from '../../src/phone/searchCountries.js'

function search(query: string, options: Partial<ListCountriesOptions> = {}): string[] {
  const index = indexCountries(listCountries({ locale: 'en', ...options }))
  return searchCountries(index, query).map(({ country }) => country)
}

describe('the search of countries', () => {
  const firstFound: [query: string, locale: string, country: string][] = [
    // By name, in the language of the page
    ['France', 'en', 'FR'],
    ['frank', 'de', 'FR'],
    ['フランス', 'ja', 'FR'],
    ['فرنسا', 'ar', 'FR'],
    ['भारत', 'hi', 'IN'],
    ['대한', 'ko', 'KR'],
    // In English on any page
    ['france', 'ja', 'FR'],
    ['germany', 'de', 'DE'],
    // By a later word of the name, and by a part of one
    ['emirates', 'en', 'AE'],
    ['zealand', 'en', 'NZ'],
    ['istan', 'en', 'AF'],
    // By two-letter code, before the names that begin with it
    ['de', 'en', 'DE'],
    ['IN', 'en', 'IN'],
    ['ch', 'fr', 'CH'],
    ['st', 'en', 'ST'],
    // By the names that people use for them
    ['uk', 'en', 'GB'],
    ['england', 'fr', 'GB'],
    ['usa', 'en', 'US'],
    ['uae', 'en', 'AE'],
    ['holland', 'en', 'NL'],
    ['turkey', 'en', 'TR'],
    ['ivory', 'en', 'CI'],
    // By a whole name before a longer one
    ['niger', 'en', 'NE'],
    ['guinea', 'en', 'GN'],
    // Without the marks and signs of its spelling
    ['cote d ivoire', 'en', 'CI'],
    ["Cote d'Ivoire", 'en', 'CI'],
    ['osterreich', 'de', 'AT'],
    ['reunion', 'en', 'RE'],
    ['aland', 'en', 'AX'],
    ['turkiye', 'tr', 'TR'],
    ['irlanda', 'tr', 'IE'],
    ['İrlanda', 'tr', 'IE'],
    ['ırak', 'tr', 'IQ'],
    ['faeroerne', 'da', 'FO'],
    ['ostrig', 'da', 'AT'],
    ['duc', 'vi', 'DE'],
    ['dan mach', 'vi', 'DK'],
    ['czech republic', 'en', 'CZ'],
    ['bosnia and', 'en', 'BA'],
    ['bosnia & h', 'en', 'BA'],
    ['saint lucia', 'en', 'LC'],
    ['st lucia', 'en', 'LC'],
    ['guinea bissau', 'en', 'GW'],
    ['  united   kingdom ', 'en', 'GB'],
    ['ＦＲＡＮＣＥ', 'en', 'FR'],
    // By calling code, the main country of a shared one first
    ['44', 'en', 'GB'],
    ['+44', 'en', 'GB'],
    ['0044', 'en', 'GB'],
    ['＋４４', 'en', 'GB'],
    ['٤٤', 'ar', 'GB'],
    ['+1', 'en', 'US'],
    ['7', 'en', 'RU'],
    ['+358', 'en', 'FI'],
    ['+49 1522 8817386', 'en', 'DE'],
  ]
  it.each(firstFound)('for %j on a page in %s finds %s first', (query, locale, country) => {
    expect(search(query, { locale })[0]).toBe(country)
  })

  it('finds all countries of a calling code, and of the beginning of one', () => {
    expect(search('+44')).toEqual(['GB', 'GG', 'IM', 'JE'])
    expect(search('+35').sort()).toEqual(['AL', 'AX', 'BG', 'CY', 'FI', 'GI', 'IE', 'IS', 'LU', 'MT', 'PT'])
  })

  it('finds every country by its name, its English name, its two letters and its calling code', () => {
    for (const locale of ['en', 'de', 'ar', 'zh', 'ru']) {
      const countries = listCountries({ locale })
      const index = indexCountries(countries)
      const english = new Map(listCountries({ locale: 'en' }).map(({ country, name }) => [country, name]))
      const missed = countries.filter((one) => {
        const queries = [one.name, english.get(one.country) ?? '', one.country, `+${one.callingCode}`]
        return !queries.every((query) => searchCountries(index, query).includes(one))
      })
      expect(missed).toEqual([])
    }
  })

  it('keeps the order of the list for an empty query and for equally good matches', () => {
    const preferred = ['FR', 'GB']
    const all = listCountries({ locale: 'en', preferred }).map(({ country }) => country)
    expect(search('', { preferred })).toEqual(all)
    expect(search(' + ', { preferred })).toEqual(all)
    expect(search('united', { preferred })).toEqual(['GB', 'AE', 'US'])
  })

  it('finds nothing for what is no country', () => {
    expect(search('atlantis')).toEqual([])
    expect(search('999')).toEqual([])
    expect(search('.*')).toHaveLength(listCountries({ locale: 'en' }).length)
  })

  it('searches only what it is given', () => {
    expect(search('united', { only: ['US', 'FR'] })).toEqual(['US'])
  })
})
