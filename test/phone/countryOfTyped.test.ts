import { describe, expect, it } from 'vitest'
import { parse } from '../../src/phone/engine.js'
import { retype } from '../../src/phone/retype.js'
import { exampleNumbers } from './exampleNumbers.js'

/** The country after each key, where it says one. */
function countriesOf(number: string, home: string): (string | null)[] {
  return Array.from(number, (_, at) => countryOf(number.slice(0, at + 1), home))
}

function countryOf(text: string, home: string) {
  const caret = { start: text.length, end: text.length }
  const kind = { before: '', by: 'key', erases: null, isFixed: false } as const
  return retype({ text, ...caret, ...kind, country: home, home }).country
}

describe('the country of a number that is typed', () => {
  it.each([
    ['+33', 'FR'],
    ['+351', 'PT'],
    ['+1416', 'CA'],
    ['+1202', 'US'],
    ['+1876', 'JM'],
    ['+77', 'KZ'],
    ['+79', 'RU'],
    ['+44740', 'GB'],
    ['+44 2', 'GB'],
    ['+39 3', 'IT'],
    ['+39 06698', 'VA'],
  ])('follows %s to %s at once, and not before', (text, country) => {
    expect(countryOf(text, 'DE')).toBe(country)
    expect(countryOf(text.slice(0, -1), 'DE')).toBeNull()
  })

  it.each(['+', '+1', '+4', '+44', '+14', '+800', '+0', '0033612345678', '33612345678', '+33 call', ''])(
    'stays as it is for %j',
    (text) => {
      expect(countryOf(text, 'DE')).toBeNull()
    },
  )

  it.each([
    ['CA', '+12025550123'],
    ['GG', '+447400123456'],
    ['KZ', '+79123456789'],
    ['VA', '+393351234567'],
  ])('stays %s, which the person chose among those that share a calling code, for %s', (home, number) => {
    const said = new Set(countriesOf(number, home))
    expect([...said].filter((country) => country !== null)).toEqual([home])
  })

  it('is that of the whole number at last, and never another one', () => {
    const wrong = exampleNumbers().filter(({ phoneNumber, callingCode, isMobile }) => {
      const home = callingCode === '49' ? 'FR' : 'DE'
      const parsed = parse(phoneNumber, home)
      const said = new Set(countriesOf(phoneNumber, home).filter((country) => country !== null))
      // Some landlines of countries that share a calling code tell nothing.
      if (parsed.status !== 'ok' || (said.size === 0 && !isMobile)) return false
      return said.size !== 1 || !said.has(parsed.country)
    })
    expect(wrong).toEqual([])
  }, 60_000)
})
