/** A cache of the names in the last locale, because the runtime is slow to look them up. */
let last: { locale: string; names: Intl.DisplayNames; known: Map<string, string> } | null = null

/** The right-to-left scripts of the languages in which the runtime has country names. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Adlam}\p{Script=Nko}\p{Script=Syriac}]/u

/** A country's name in the language of a BCP 47 tag; its two letters if the runtime has no name for it. */
export function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  if (last?.locale !== locale) last = { locale, names: displayNames(locale), known: new Map() }
  const { names, known } = last
  const name = known.get(country) ?? names.of(country) ?? country
  known.set(country, name)
  return name
}

/**
 * "France (+33)", for the name and the calling code of a country from `listCountries`. Beside a right-to-left name the
 * calling code is isolated, because its plus would otherwise appear on the wrong side of the digits.
 */
export function countryLabel(name: string, callingCode: string): string {
  const isRightToLeft = RIGHT_TO_LEFT.test(name)
  return isRightToLeft ? `${name} (\u2066+${callingCode}\u2069)` : `${name} (+${callingCode})`
}

/**
 * The runtime's names of regions in a language; in English if the runtime does not know the tag.
 *
 * @param style `short` gives the everyday names of a few countries: UK, 英国, США
 */
export function displayNames(locale: string, style: 'long' | 'short' = 'long'): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames(locale, { type: 'region', style })
  } catch {
    return displayNames('en', style)
  }
}
