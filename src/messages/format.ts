/**
 * Fills the placeholders of a message. A placeholder without a value stays as it is. Numbers use the digits of the
 * locale. If a value is put in brackets, its own brackets become a dash: "(Myanmar – Burma)".
 */
export function formatMessage(
  message: string,
  values: Record<string, string | number>,
  locale?: string,
): string {
  return message.replace(/([(（]?)\{(\w+)\}/g, (placeholder, bracket: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return placeholder
    const text = typeof value === 'number' ? formatNumber(value, locale) : value
    return bracket + (bracket === '' ? text : text.replace(/(?<!\s)\s*[(（]([^(（)）]*)[)）]/g, ' – $1'))
  })
}

/** Formats seconds as m:ss, or h:mm:ss, in the digits of a locale. */
export function formatClock(seconds: number, locale?: string): string {
  const two = (value: number) => formatNumber(value, locale, 2)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = two(seconds % 60)
  return hours > 0
    ? `${formatNumber(hours, locale)}:${two(minutes)}:${rest}`
    : `${formatNumber(minutes, locale)}:${rest}`
}

/**
 * Formats seconds in the words of a locale: "27 seconds", "6 minutes", "1 hour, 5 minutes". More than one minute is
 * rounded up to whole minutes.
 */
export function formatDuration(seconds: number, locale: string | undefined): string {
  const say = (value: number, unit: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
  if (seconds <= 60) return say(seconds, 'second')
  const minutes = Math.ceil(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours > 0 && say(hours, 'hour'), rest > 0 && say(rest, 'minute')].filter(
    (part) => part !== false,
  )
  return new Intl.ListFormat(locale, { type: 'unit' }).format(parts)
}

function formatNumber(value: number, locale: string | undefined, minimumIntegerDigits = 1): string {
  return new Intl.NumberFormat(locale, { minimumIntegerDigits, useGrouping: false }).format(value)
}
