import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile'
import { expect, it } from 'vitest'
import { readInternational } from '../../src/phone/readings.js'
import { exampleNumbers } from './exampleNumbers.js'

/** What people dial before a national number, and digits that look like it. */
const before = ['', '0', '1', '8', '01', '06', '15']

it(
  'takes away what is dialled before a national number exactly where the package does',
  { timeout: 30_000 },
  () => {
    const spellings = exampleNumbers().flatMap(({ callingCode, nsn }) =>
      before.flatMap((prefix) => [nsn, nsn.slice(1)].map((rest) => `${callingCode}${prefix}${rest}`)),
    )
    const wrong = spellings.filter((digits) => {
      const { phoneNumber, country } = readInternational(digits, '')
      const known = parsePhoneNumberFromString(`+${digits}`)
      return phoneNumber !== known?.number || (known.country ?? country) !== country
    })
    expect(wrong).toEqual([])
  },
)
