import { callingCodeOfDigits, planOf, regionsOf } from './plans.js'

type Start = {
  /** Every unfinished national number of a region; in some, as in the United States, almost any digits. */
  pattern: RegExp
  /** Every unfinished mobile number: those tell countries apart that share a calling code. */
  mobile: RegExp
  /** What only its numbers start with; null where nothing tells. */
  leading: RegExp | null
}

const starts = new Map<string, Start>()

/**
 * The country of an unfinished number, by the digits behind its plus: as soon as the calling code says so, or the
 * digits behind it where countries share one. `null` as long as it could be several, or none.
 *
 * @param home the country that the person chose: among those that share a calling code it is never overruled
 * @param known what the formatter makes of the number
 */
export function countryOfTyped(digits: string, home: string, known: string | undefined): string | null {
  const callingCode = callingCodeOfDigits(digits)
  const regions = callingCode === null ? [] : regionsOf(callingCode)
  if (callingCode === null || regions.length < 2) return regions[0] ?? null
  if (regions.includes(home)) return home
  const national = digits.slice(callingCode.length)
  if (national === '') return null
  const named = regions.find((region) => planOf(region)?.leading?.test(national))
  if (named !== undefined) return named
  const possible = regions.filter((region) => {
    const start = startOf(region)
    return start?.leading?.test(national) !== false && start?.pattern.test(national)
  })
  const mobile = possible.filter((region) => startOf(region)?.mobile.test(national))
  const [only, other] = mobile.length > 0 ? mobile : possible
  return (other === undefined ? only : known) ?? null
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

/** An expression for all that a pattern matches, and for every beginning of that: each digit may be the end. */
function unfinished({ source }: RegExp): RegExp {
  return new RegExp(
    source.replace(/\{[\d,]+\}|\[[^[\]]+\]|\\d|\d/g, (part) =>
      part.startsWith('{') ? part : `(?:${part}|$)`,
    ),
  )
}
