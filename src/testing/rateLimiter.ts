/** A bucket that holds `burst` requests and drains by `perSecond`. */
export interface RateLimit {
  /** How many requests are allowed at once. */
  burst: number
  /** How many more are allowed in each second after that; 0 for none. */
  perSecond: number
}

interface Bucket {
  level: number
  /** Epoch milliseconds. */
  at: number
}

/** The longest wait in a response, in milliseconds: a day. */
const LONGEST_WAIT = 86_400_000

/** Leaky buckets by key. A request that is refused does not count. */
export class RateLimiter {
  readonly buckets = new Map<string, Bucket>()

  /** Counts a request against the key. Returns 0, or by how many milliseconds the request is too early. */
  take(key: string, { burst, perSecond }: RateLimit, now: number): number {
    const { level, at } = this.buckets.get(key) ?? { level: 0, at: now }
    const drained = Math.max(0, level - ((now - at) / 1000) * perSecond)
    const excess = drained + 1 - burst
    if (excess > 0) return Math.min(Math.ceil((excess / perSecond) * 1000), LONGEST_WAIT)
    this.buckets.set(key, { level: drained + 1, at: now })
    return 0
  }
}
