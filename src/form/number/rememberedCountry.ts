import type { PhoneVerificationOptions } from '../../hooks/PhoneVerificationOptions.js'
import { COUNTRY_KEY, pageStorage, quietly } from '../../hooks/flowStorage.js'
import { PURPOSES } from '../../matrix/purposes.js'
import { isCountry } from '../../phone/countries.js'

type Options = Pick<PhoneVerificationOptions, 'purpose' | 'storage'>

/**
 * Stores the country of a number that a code was requested for, for the next form in this tab. The country of an
 * account's number is not stored: the next form may be another account's.
 */
export function rememberCountry(options: Options, country: string): void {
  // If the storage is full or blocked, the next form starts with the browser's region.
  quietly(() => storageOf(options)?.setItem(COUNTRY_KEY, country))
}

/** The country of the last number that a code was requested for; null if it is not known. */
export function recallCountry(options: Options): string | null {
  const country = quietly(() => storageOf(options)?.getItem(COUNTRY_KEY))
  return isCountry(country) ? country : null
}

function storageOf({ purpose, storage }: Options) {
  return storage === false || PURPOSES[purpose].isOfAccount ? null : (storage ?? pageStorage())
}
