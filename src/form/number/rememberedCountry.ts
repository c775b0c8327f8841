import type { PhoneVerificationOptions } from '../../hooks/PhoneVerificationOptions.js'
import { isCountry } from '../../phone/countries.js'

const KEY = 'matrix-phone-verification country'

/** Stores the country of a number that a code was requested for, for the next form in this tab. */
export function rememberCountry(storage: PhoneVerificationOptions['storage'], country: string): void {
  try {
    if (storage !== false) (storage ?? sessionStorage).setItem(KEY, country)
  } catch {
    // If the storage is full or blocked, the next form starts with the browser's region.
  }
}

/** The country of the last number that a code was requested for; null if it is not known. */
export function recallCountry(storage: PhoneVerificationOptions['storage']): string | null {
  try {
    const country = storage === false ? null : (storage ?? sessionStorage).getItem(KEY)
    return isCountry(country) ? country : null
  } catch {
    return null
  }
}
