import examples from 'libphonenumber-js/mobile/examples'
import { callingCodeOf } from './countries.js'
import { loadPhoneEngine } from './parsePhoneNumber.js'

/** Example numbers, once the numbering plans that format them have loaded. */
export interface Examples {
  /** A mobile number of a country in its national format; `null` for a country that has none. */
  exampleNumber: (country: string) => string | null
}

/** Loads the numbering plans for the examples. */
export async function loadExamples(): Promise<Examples> {
  const { formatNational } = await loadPhoneEngine()
  return {
    exampleNumber(country) {
      // The package's type allows only the regions that it knows.
      const digits = (examples as Partial<Record<string, string>>)[country]
      return digits === undefined ? null : formatNational(`+${callingCodeOf(country)}${digits}`)
    },
  }
}
