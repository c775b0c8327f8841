import { callingCodeOfDigits, planOf, regionsOf } from './plans.js'

/**
 * Finds the country of an unfinished number from the digits after its plus: from the calling code, or from the digits
 * after it if countries share that code. Returns `null` while several countries are possible, or none.
 *
 * @param home the country that the person chose; it is never replaced by another with the same calling code
 * @param initial the country that was selected at first; it is the answer while others with its calling code are possible
 * @param known the country that the formatter finds for the number
 */
export function countryOfTyped(
  digits: string,
  { home, initial = '' }: { home: string; initial?: string | undefined },
  known: string | undefined,
): string | null {
  const callingCode = callingCodeOfDigits(digits)
  const regions = callingCode === null ? [] : regionsOf(callingCode)
  if (callingCode === null || regions.length < 2) return regions[0] ?? null
  if (regions.includes(home)) return home
  const national = digits.slice(callingCode.length)
  const open = regions.includes(initial) ? initial : null
  if (national === '') return open
  const named = regions.find((region) => planOf(region)?.leading?.test(national))
  if (named !== undefined) return named
  const possible = regions.filter((region) => {
    const unfinished = planOf(region)?.unfinished
    return unfinished?.leading?.test(national) !== false && unfinished?.pattern.test(national)
  })
  const mobile = possible.filter((region) => planOf(region)?.unfinished.mobile.test(national))
  const [only, other] = mobile.length > 0 ? mobile : possible
  return (other === undefined ? only : known) ?? open
}
