import examples from 'libphonenumber-js/mobile/examples'

/** The digits of a mobile number of a country, without its calling code; `null` for a country that has none. */
export function exampleNumber(country: string): string | null {
  // The package's type allows only the regions that it knows.
  return (examples as Partial<Record<string, string>>)[country] ?? null
}
