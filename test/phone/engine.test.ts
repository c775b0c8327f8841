import { describe, expect, it } from 'vitest'
import { parse } from '../../src/phone/engine.js'

const nbsp = '\u00a0'

/** `country`, what is typed there, the number it is. */
const understood: [string, string, string][] = [
  // National, with and without what is dialled before it
  ['GB', '07911 123457', '+447911123457'],
  ['GB', '7911 123457', '+447911123457'],
  ['FR', '06 12 34 56 78', '+33612345678'],
  ['US', '(202) 555-0123', '+12025550123'],
  ['US', '1 (202) 555-0123', '+12025550123'],
  ['RU', '8 912 345-67-89', '+79123456789'],
  ['HU', '06 20 123 4567', '+36201234567'],
  ['IT', '02 1234 5678', '+390212345678'],
  ['VA', '06 6981 2345', '+390669812345'],
  ['AR', '011 15 2345-6789', '+5491123456789'],
  ['KR', '010 1234 5678', '+821012345678'],
  ['AG', '464 1234', '+12684641234'],
  ['XK', '043 201 234', '+38343201234'],
  // Behind a plus, whatever is selected
  ['DE', '+447911123457', '+447911123457'],
  ['US', '+44 (0)7700 900123', '+447700900123'],
  ['US', '(+44) 07911-123457', '+447911123457'],
  ['DK', '+45 (0)20 12 34 56', '+4520123456'],
  ['US', '+36 (06) 20 123 4567', '+36201234567'],
  ['US', '+39 (0)6 1234567', '+39061234567'],
  // Behind what is dialled before a calling code
  ['US', '011 44 20 7946 0958', '+442079460958'],
  ['DE', '0044 7911 123456', '+447911123456'],
  ['GB', '0033612345678', '+33612345678'],
  ['GB', '00 33 (0)6 12 34 56 78', '+33612345678'],
  ['AU', '0011 44 7911 123456', '+447911123456'],
  ['RU', '8~10 44 7911 123456', '+447911123456'],
  ['JP', '010 44 7911 123456', '+447911123456'],
  ['KR', '001 33 6 12 34 56 78', '+33612345678'],
  ['KR', '00700 33 6 12 34 56 78', '+33612345678'],
  ['CO', '00444 33 6 12 34 56 78', '+33612345678'],
  ['FI', '99511 33 6 12 34 56 78', '+33612345678'],
  ['CU', '119 44 7911 123456', '+447911123456'],
  ['WS', '0 44 7911 123456', '+447911123456'],
  ['US', '00 44 7911 123456', '+447911123456'],
  ['KR', '00 1 202 555 0123', '+12025550123'],
  ['BO', '00 1 202 555 0123', '+12025550123'],
  ['BR', '00 41 79 123 45 67', '+41791234567'],
  ['IT', '0047 41 23 45 67', '+4741234567'],
  ['AQ', '0044 7911 123456', '+447911123456'],
  // With the country's own calling code and no plus
  ['GB', '447911123456', '+447911123456'],
  ['GB', '44 (0)7911 123456', '+447911123456'],
  ['FR', '33612345678', '+33612345678'],
  ['KZ', '7 701 123 45 67', '+77011234567'],
  ['CN', '86 138 1234 5678', '+8613812345678'],
  // A mobile number that China would write the same way
  ['CN', '130 5234 5678', '+8613052345678'],
]

/** Ways to write +44 7911 123456 that say the same. */
const spellings = [
  '+44.7911.123.456',
  '+44-7911-123456',
  '+44/7911/123456',
  '+44 [7911] 123456',
  '+44–7911—123456',
  `+44${nbsp}7911${nbsp}123456`,
  '+44\u202f7911\u2009123456',
  '\u202a+44 7911 123456\u202c',
  '\u2068+44 7911 123456\u2069',
  '\u200e+44\u200b7911\ufeff123456',
  '＋44 7911 123456',
  '＋４４（０）７９１１－１２３４５６',
  '+٤٤ ٧٩١١ ١٢٣٤٥٦',
  '+۴۴ ۷۹۱۱ ۱۲۳۴۵۶',
  '+४४ ७९११ १२३४५६',
  '+৪৪ ৭৯১১ ১২৩৪৫৬',
  '+๔๔ ๗๙๑๑ ๑๒๓๔๕๖',
  '+𝟒𝟒 𝟕𝟗𝟏𝟏 𝟏𝟐𝟑𝟒𝟓𝟔',
  '+𝟺𝟺 𝟽𝟿𝟷𝟷 𝟷𝟸𝟹𝟺𝟻𝟼',
  '००४४ ७९११ १२३४५६',
  'tel:+447911123456',
  'TEL:+44-7911-123456',
  ' tel://+447911123456',
  'tel:%2B44%207911%20123456',
  '\t+44 7911 123456\n',
  '“+44 7911 123456”,',
  '<+44 7911 123456>',
]

/** `country`, what is typed there, what is asked. */
const asked: [string, string, string[]][] = [
  ['GB', '33612345678', ['+33 6 12 34 56 78']],
  ['US', '447911123457', ['+44 7911 123457']],
  ['AQ', '447911123457', ['+44 7911 123457']],
  ['DE', '4915128817386', ['+49 1512 8817386', '+49 491 5128817386']],
  ['DE', '33612345678', ['+33 6 12 34 56 78', '+49 3361 2345678']],
  ['ID', '62812345678', ['+62 812 345 678', '+62 628 12345678']],
  ['ID', '628123456789', ['+62 812 3456 789', '+62 628123456789']],
  ['IN', '919876543210', ['+91 98765 43210', '+91 919876543210']],
  ['US', '659 212 3456', ['+1 659 212 3456', '+65 9212 3456']],
  ['GB', '011 44 7911 123457', ['+44 7911 123457']],
  ['GB', '0011 44 7911 123457', ['+44 7911 123457']],
  ['GB', '810 44 7911 123457', ['+44 7911 123457']],
  ['GB', '010 44 7911 123457', ['+44 7911 123457']],
  ['DE', '+0044 7911 123457', ['+44 7911 123457']],
  ['FR', '+06 12 34 56 78', ['+33 6 12 34 56 78']],
  ['ID', '+62 628123456789', ['+62 812 3456 789']],
  ['US', '+39 (0)335 123 4567', ['+39 335 123 4567', '+39 0335 123 4567']],
]

/** `country`, what is typed there, why it is no number. */
const refused: [string, string, string][] = [
  ['US', '', 'missing'],
  ['US', ' + ', 'missing'],
  ['US', '1-800-FLOWERS', 'not-digits'],
  ['US', 'my number', 'not-digits'],
  ['DE', 'O151 23456789', 'not-digits'],
  ['DE', '0151 23456789 / +49 151 23456789', 'several-numbers'],
  ['US', '(202) 555-0123 x123', 'extension'],
  ['US', '202-555-0123 x12345', 'extension'],
  ['US', '+1 202 555 0123 ext. 5', 'extension'],
  ['US', '202-555-0123,,5', 'extension'],
  ['US', '202-555-0123#5', 'extension'],
  ['GB', 'tel:+447911123456;ext=5', 'extension'],
  ['GB', 'tel:7911;phone-context=example.com', 'not-digits'],
  ['FR', '061234567', 'too-short'],
  ['FR', '06 12 34 56 789', 'too-long'],
  ['FR', '33 1 23 45 678', 'too-short'],
  ['GB', '12', 'too-short'],
  ['GB', '07911 1234', 'too-short'],
  ['GB', '+44 79111', 'too-short'],
  ['GB', '079111234567', 'too-long'],
  ['GB', '+44 7911 1234567', 'too-long'],
  ['US', '1 212 555 012', 'too-short'],
  ['US', '555-0123', 'too-short'],
  ['US', '212-555-01234', 'too-long'],
  ['NO', '41 23 45', 'too-short'],
  ['US', '011 44 20 7946', 'too-short'],
  ['IT', '0047 41 23 45 6', 'too-short'],
  ['ID', '+62 1281234567890123', 'too-long'],
  ['US', '+4', 'too-short'],
  ['US', '+35', 'too-short'],
  ['US', '+999 123 4567', 'unknown-country-code'],
  ['DE', '00 999 123 4567', 'unknown-country-code'],
  ['US', '+800 1234 5678', 'not-geographic'],
  ['US', '+870 773 111 632', 'not-geographic'],
  ['US', '+882 16 1234 5678', 'not-geographic'],
  ['DE', '00 800 1234 5678', 'not-geographic'],
  ['AQ', '07911 123456', 'needs-plus'],
  ['', '07911 123456', 'needs-plus'],
]

describe('what a person types', () => {
  it.each(understood)('in %s, %s is %s', (country, raw, phoneNumber) => {
    expect(parse(raw, country)).toMatchObject({ status: 'ok', phoneNumber })
  })

  it.each(spellings)('%j is +44 7911 123456', (raw) => {
    expect(parse(raw, 'DE')).toMatchObject({ status: 'ok', display: '+44 7911 123456' })
  })

  it.each(asked)('in %s, %s is asked about', (country, raw, displays) => {
    const parsed = parse(raw, country)
    expect(parsed.status).toBe('ambiguous')
    if (parsed.status === 'ambiguous') expect(parsed.candidates.map((each) => each.display)).toEqual(displays)
  })

  it.each(refused)('in %s, %s is refused: %s', (country, raw, reason) => {
    expect(parse(raw, country)).toEqual({ status: 'invalid', reason })
  })

  it('refuses a whole document at once', () => {
    expect(parse('+44 7911 123456 '.repeat(10_000), 'GB')).toEqual({ status: 'invalid', reason: 'too-long' })
    expect(parse('Dear Sir, '.repeat(10_000), 'GB')).toEqual({ status: 'invalid', reason: 'not-digits' })
    expect(parse('1('.repeat(125), 'GB')).toEqual({ status: 'invalid', reason: 'too-long' })
  })

  it('takes a country in lower case', () => {
    expect(parse('07911 123457', 'gb')).toMatchObject({ status: 'ok', country: 'GB' })
  })
})
