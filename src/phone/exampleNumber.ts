import { type CountryCode, getExampleNumber } from 'libphonenumber-js/core'
import examples from 'libphonenumber-js/mobile/examples'
import metadata from 'libphonenumber-js/mobile/metadata'

/** A mobile number of a country as it is written there; `null` for a country that has none. */
export function exampleNumber(country: string): string | null {
  if (!Object.hasOwn(metadata.countries, country)) return null
  // The package's own type is the list of its regions, which was just asked.
  return getExampleNumber(country as CountryCode, examples, metadata)?.formatNational() ?? null
}
