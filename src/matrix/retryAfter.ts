const DAY = 24 * 60 * 60 * 1000

/** The wait in milliseconds if a server says "too many requests" but no time. `doubledDelay` doubles it. */
const DEFAULT_WAIT = 60_000

/**
 * Reads when a server accepts requests again: the `Retry-After` header in seconds or as a date (client-server API
 * v1.18, "Rate limiting"), or the older `retry_after_ms` of the body, which is all that a cross-origin web page can
 * read of most servers. If both are there, the later time counts.
 *
 * @returns `retryAt` in epoch milliseconds, at most a day ahead, and whether it is the library's own guess.
 */
export function readRetryAt(
  headers: Headers,
  retryAfterMs: unknown,
  now: number,
): { retryAt: number; retryAtIsGuess: boolean } {
  const wait = Math.max(
    ...[readHeader(headers, now), readMilliseconds(retryAfterMs)].filter((wait) => !Number.isNaN(wait)),
  )
  const retryAtIsGuess = wait === -Infinity
  const kept = retryAtIsGuess ? DEFAULT_WAIT : Math.min(Math.max(wait, 0), DAY)
  return { retryAt: now + kept, retryAtIsGuess }
}

/** The header's wait in milliseconds; `NaN` if there is none. */
function readHeader(headers: Headers, now: number): number {
  const value = headers.get('Retry-After')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const answered = readDate(headers.get('Date') ?? '')
  return readDate(value) - (Number.isNaN(answered) ? now : answered)
}

/** `Date.parse` reads a date from nearly any text ("-5" and "soon 1" are in 2001), so the format is checked first. */
function readDate(value: string): number {
  return /^[a-z]{3,9}, .+ GMT$/i.test(value) ? Date.parse(value) : Number.NaN
}

/** A number that is not negative, or one that a server wrote as text; `NaN` for anything else. */
function readMilliseconds(value: unknown): number {
  const milliseconds = typeof value === 'string' ? Number.parseFloat(value) : value
  return typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds < Infinity
    ? milliseconds
    : Number.NaN
}
