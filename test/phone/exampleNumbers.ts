import fc from 'fast-check'
import {
  type CountryCode,
  getCountries,
  parsePhoneNumberFromString,
  type PhoneNumber,
} from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import metadata from 'libphonenumber-js/max/metadata'

/** A number that exists, as the complete metadata knows it. */
export type Example = {
  country: CountryCode
  /** E.164. */
  phoneNumber: string
  /** Without calling code and trunk prefix. */
  nsn: string
  callingCode: string
  /** The way it is written in its country. */
  national: string
  isMobile: boolean
}

/** Every region with the code it is dialled by. */
export const regions = getCountries().map((country) => {
  const [callingCode] = planOf(country)
  return { country, callingCode: String(callingCode) }
})

/** Of each region its example mobile number, two more mobile numbers and two landlines; always the same ones. */
export function exampleNumbers(): Example[] {
  return regions.flatMap(({ country, callingCode }) => {
    const types = planOf(country)[11]
    const [landline, mobile] = Array.isArray(types) ? types.map(patternOf) : []
    const nationals = [examples[country], ...matching(mobile), ...matching(landline)]
    const numbers = nationals.map((nsn) => parsePhoneNumberFromString(`+${callingCode}${nsn}`))
    return numbers.filter((number) => isExample(number, country)).map((number) => exampleOf(number, country))
  })
}

/** Seven digits of Gabon, written the national way, are another number of eight digits even to the package. */
function isExample(number: PhoneNumber | undefined, country: CountryCode): number is PhoneNumber {
  if (number?.isValid() !== true) return false
  return parsePhoneNumberFromString(number.formatNational(), country)?.number === number.number
}

function exampleOf(number: PhoneNumber, country: CountryCode): Example {
  const type = number.getType()
  return {
    country,
    phoneNumber: number.number,
    nsn: number.nationalNumber,
    callingCode: number.countryCallingCode,
    national: number.formatNational(),
    isMobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
  }
}

function matching(pattern: string | null | undefined): string[] {
  if (!pattern) return []
  return fc.sample(fc.stringMatching(new RegExp(`^(?:${pattern.replaceAll('\\d', '[0-9]')})$`)), {
    numRuns: 2,
    seed: 7,
  })
}

function patternOf(type: unknown): string | null {
  const pattern: unknown = Array.isArray(type) ? type[0] : null
  return typeof pattern === 'string' ? pattern : null
}

function planOf(country: CountryCode): readonly unknown[] {
  return metadata.countries[country] ?? []
}
