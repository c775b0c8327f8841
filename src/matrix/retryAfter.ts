const DAY = 24 * 60 * 60 * 1000

/** How long we wait where a server says "too many requests" and nothing more. */
const DEFAULT_WAIT = 60_000

/**
 * Reads when a server will listen again: the `Retry-After` header in seconds or as a date (client-server
 * API v1.18, "Rate limiting"), or the older `retry_after_ms` of the body, which is all that a cross-origin
 * web page sees of most servers. Where both are there the later counts.
 *
 * @returns `retryAt` in epoch milliseconds, at most a day ahead, and whether it is our own guess.
 */
export function readRetryAt(
  headers: Headers,
  retryAfterMs: unknown,
  now: number,
): { retryAt: number; retryAtIsGuess: boolean } {
  const waits = [readHeader(headers, now), readMilliseconds(retryAfterMs)].filter((wait) => wait !== null)
  const wait = waits.length > 0 ? Math.max(...waits) : DEFAULT_WAIT
  return { retryAt: now + Math.min(Math.max(wait, 0), DAY), retryAtIsGuess: waits.length === 0 }
}

function readHeader(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const date = readDate(value)
  return date === null ? null : date - (readDate(headers.get('Date')) ?? now)
}

/** Date.parse finds a date in nearly anything ("-5" and "soon 1" are in 2001), so the form is checked first. */
function readDate(value: string | null): number | null {
  const date = /^[a-z]{3,9}, .+ GMT$/i.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN
  return Number.isNaN(date) ? null : date
}

/** A number, or one written as text; anything else counts as absent. */
function readMilliseconds(value: unknown): number | null {
  const milliseconds = typeof value === 'string' ? Number.parseFloat(value) : value
  return Number.isFinite(milliseconds) && Number(milliseconds) >= 0 ? Number(milliseconds) : null
}
