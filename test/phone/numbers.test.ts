import { describe, expect, it } from 'vitest'
import { formatInternational, formatNational, parse } from '../../src/phone/engine.js'

describe('the country', () => {
  const shared: [string, string][] = [
    ['CA', '+1 202 555 0123'],
    ['CA', '(202) 555-0123'],
    ['KZ', '+7 912 345 67 89'],
    ['RU', '8 701 123 45 67'],
    ['GG', '07911 123457'],
    ['JE', '+44 7781 123456'],
    ['GB', '07781 123456'],
    ['VA', '+39 335 123 4567'],
    ['YT', '0692 12 34 56'],
    ['SJ', '412 34 567'],
    ['AX', '041 2345678'],
    ['EH', '0650-123456'],
    ['TA', '+290 51234'],
    ['TA', '+290 22158'],
  ]
  it.each(shared)('stays %s for %s, though another one has the same calling code', (country, raw) => {
    expect(parse(raw, country)).toMatchObject({ status: 'ok', country })
  })

  const detected: [string, string][] = [
    ['+1 416 555 0123', 'CA'],
    ['+1 876 210 1234', 'JM'],
    ['+7 701 123 45 67', 'KZ'],
    ['+44 7781 123456', 'GG'],
    ['+44 20 7946 0958', 'GB'],
    ['+44 7700 900123', 'GB'],
    ['+383 43 201 234', 'XK'],
    ['+247 40123', 'AC'],
    ['+290 8999', 'TA'],
  ]
  it.each(detected)('of %s is found to be %s', (raw, country) => {
    expect(parse(raw, 'DE')).toMatchObject({ status: 'ok', country })
  })
})

describe('the warning', () => {
  const odd: [string, string][] = [
    ['GB', '+44 7700 900123'],
    ['GB', '020 7946 0958'],
    ['FR', '01 42 68 53 00'],
    ['US', '800 555 0123'],
    ['DE', '030 901820'],
    ['ID', '+62 21 2345 6789'],
    // One digit less: some British landlines have as many
    ['GB', '07911 12345'],
  ]
  it.each(odd)('comes in %s with %s, which is no mobile number and can be sent', (country, raw) => {
    expect(parse(raw, country)).toMatchObject({ status: 'ok', warning: 'not-mobile' })
  })

  const fixtures = ['+12025550123', '+4915228817386', '+61491570006', '+46701740605']
  it.each(fixtures)('does not come with the mobile number %s', (raw) => {
    expect(parse(raw, 'GB')).not.toHaveProperty('warning')
  })
})

describe('formatting', () => {
  it('writes a number the international and the national way', () => {
    expect(formatInternational('+442079460958')).toBe('+44 20 7946 0958')
    expect(formatNational('+442079460958')).toBe('020 7946 0958')
  })

  it.each(['', '+', '+99912345', '07911 123456', '+44'])('gives back %j, which it does not know', (text) => {
    expect(formatInternational(text)).toBe(text)
    expect(formatNational(text)).toBe(text)
  })
})
