import { describe, expect, it } from 'vitest'
import { loadOnce } from '../../src/phone/loadOnce.js'
import {
  loadedPhoneEngine,
  loadPhoneEngine,
  parsePhoneNumber,
  parseWithoutEngine,
} from '../../src/phone/parsePhoneNumber.js'

describe('loading', () => {
  it('starts with the first call, happens once, and is then there at once', async () => {
    expect(loadedPhoneEngine()).toBeNull()
    const first = loadPhoneEngine()
    expect(loadPhoneEngine()).toBe(first)
    const engine = await first
    expect(loadedPhoneEngine()).toBe(engine)
    expect(engine.formatInternational('+442079460958')).toBe('+44 20 7946 0958')
  })

  it('is tried again after it failed', async () => {
    let tries = 0
    const once = loadOnce(async () => {
      tries += 1
      if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module')
      return 'engine'
    })
    await expect(Promise.all([once.load(), once.load()])).rejects.toThrow('Failed to fetch')
    expect(once.loaded()).toBeNull()
    expect(await once.load()).toBe('engine')
    expect(await once.load()).toBe('engine')
    expect([once.loaded(), tries]).toEqual(['engine', 2])
  })
})

it('understands a number as it was typed', async () => {
  expect(await parsePhoneNumber('011 44 20 7946 0958', 'US')).toEqual({
    status: 'ok',
    phoneNumber: '+442079460958',
    country: 'GB',
    display: '+44 20 7946 0958',
    warning: 'not-mobile',
  })
  expect(await parsePhoneNumber('33612345678', 'GB')).toEqual({
    status: 'ambiguous',
    candidates: [{ phoneNumber: '+33612345678', country: 'FR', display: '+33 6 12 34 56 78' }],
  })
})

describe('without the numbering plans', () => {
  const accepted: [string, string, string, string][] = [
    ['GB', '+44 7911 123456', '+447911123456', 'GB'],
    ['US', '＋44 (7911) 123-456', '+447911123456', 'GB'],
    ['CA', 'tel:+1-202-555-0123', '+12025550123', 'CA'],
    ['GB', '+1 202 555 0123', '+12025550123', 'US'],
    ['us', '+39 06 698 12345', '+390669812345', 'IT'],
    ['IN', '+९१ ९८७६५ ४३२१०', '+919876543210', 'IN'],
    // Their numbers begin with a zero that is no trunk prefix
    ['CI', '+225 07 07 12 34 56', '+2250707123456', 'CI'],
    ['CG', '+242 06 612 3456', '+242066123456', 'CG'],
    ['SM', '+378 0549 886377', '+3780549886377', 'SM'],
  ]
  it.each(accepted)('in %s, %s is accepted', (country, raw, phoneNumber, found) => {
    const parsed = parseWithoutEngine(raw, country)
    expect(parsed).toMatchObject({ status: 'ok', phoneNumber, country: found })
    expect(parsed.status === 'ok' && parsed.display.replace(/[^+\d]/g, '')).toBe(phoneNumber)
  })

  const refused: [string, string][] = [
    ['07911 123456', 'needs-plus'],
    ['0044 7911 123456', 'needs-plus'],
    ['447911123456', 'needs-plus'],
    ['+44 (0)7911 123456', 'needs-plus'],
    ['+44 07911 123456', 'needs-plus'],
    ['+44 7911', 'too-short'],
    ['+44 7911 123456 789 0', 'too-long'],
    ['+999 123 45678', 'unknown-country-code'],
    ['+800 1234 5678', 'unknown-country-code'],
    ['+0044 7911 123456', 'unknown-country-code'],
    ['+44 7911 123456 x5', 'extension'],
    ['+44 FLOWERS', 'not-digits'],
    ['', 'missing'],
  ]
  it.each(refused)('%j is refused: %s', (raw, reason) => {
    expect(parseWithoutEngine(raw, 'GB')).toEqual({ status: 'invalid', reason })
  })
})
