import type { PhoneVerificationOptions } from '../../hooks/PhoneVerificationOptions.js'
import { isCountry } from '../../phone/countries.js'

const KEY = 'matrix-phone-verification country'

/** Keeps the country of the number that was sent, for the next form of this tab. */
export function rememberCountry(storage: PhoneVerificationOptions['storage'], country: string): void {
  try {
    if (storage !== false) (storage ?? sessionStorage).setItem(KEY, country)
  } catch {
    // A storage that is full or forbidden only means that the browser's region is used next time.
  }
}

/** The country that was sent to last, if it is known. */
export function recallCountry(storage: PhoneVerificationOptions['storage']): string | null {
  try {
    const country = storage === false ? null : (storage ?? sessionStorage).getItem(KEY)
    return isCountry(country) ? country : null
  } catch {
    return null
  }
}
