/** A bucket that holds `burst` requests and drains by `perSecond`. */
export interface RateLimit {
  /** How many requests are granted at once. */
  burst: number
  /** How many more are granted in each second after that. */
  perSecond: number
}

/** Leaky buckets by key. A request that is refused does not count. */
export class RateLimiter {
  readonly #buckets = new Map<string, { level: number; at: number }>()

  /** Counts a request against the key. Answers 0, or how many milliseconds it comes too early. */
  take(key: string, { burst, perSecond }: RateLimit, now: number): number {
    const { level, at } = this.#buckets.get(key) ?? { level: 0, at: now }
    const drained = Math.max(0, level - ((now - at) / 1000) * perSecond)
    if (drained + 1 > burst) return Math.ceil(((drained + 1 - burst) / perSecond) * 1000)
    this.#buckets.set(key, { level: drained + 1, at: now })
    return 0
  }
}
