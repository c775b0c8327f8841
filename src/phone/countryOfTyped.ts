import { callingCodeOfDigits, planOf, regionsOf } from './plans.js'

type Start = {
  /**
   * Matches every unfinished national number of a region. In some regions, such as the United States, that is almost
   * any digits.
   */
  pattern: RegExp
  /** Matches every unfinished mobile number. Mobile numbers distinguish countries that share a calling code. */
  mobile: RegExp
  /** Matches the leading digits that only numbers of this region have; null if there are none. */
  leading: RegExp | null
}

const starts = new Map<string, Start>()

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
    const start = startOf(region)
    return start?.leading?.test(national) !== false && start?.pattern.test(national)
  })
  const mobile = possible.filter((region) => startOf(region)?.mobile.test(national))
  const [only, other] = mobile.length > 0 ? mobile : possible
  return (other === undefined ? only : known) ?? open
}

function startOf(region: string): Start | null {
  const plan = planOf(region)
  if (plan === null) return null
  let start = starts.get(region)
  if (start === undefined) {
    const { pattern, mobile, leading } = plan
    start = {
      pattern: unfinished(pattern),
      mobile: unfinished(mobile.pattern),
      leading: leading && unfinished(leading),
    }
    starts.set(region, start)
  }
  return start
}

/**
 * Makes an expression that matches what a pattern matches, and every beginning of it: after each digit the text may
 * end.
 */
function unfinished({ source }: RegExp): RegExp {
  return new RegExp(
    source.replace(/\{[\d,]+\}|\[[^[\]]+\]|\\d|\d/g, (part) =>
      part.startsWith('{') ? part : `(?:${part}|$)`,
    ),
  )
}
