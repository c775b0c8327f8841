let last: { locale: string; names: Intl.DisplayNames } | null = null

/** A country's name in the language of a BCP 47 tag; its two letters where the runtime has no name for it. */
export function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country
  if (last?.locale !== locale) last = { locale, names: displayNames(locale) }
  return last.names.of(country) ?? country
}

function displayNames(locale: string): Intl.DisplayNames {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' })
  } catch {
    return new Intl.DisplayNames('en', { type: 'region' })
  }
}
