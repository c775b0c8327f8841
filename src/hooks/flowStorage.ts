/**
 * A storage that keeps a flow over a reload: the part of `Storage` that is needed. Errors that it throws are ignored.
 */
export interface FlowStorage {
  /** Returns the text stored under the key; `null` if there is none. */
  getItem: (key: string) => string | null
  /** Stores a text that contains the client secret and the proof. Use no storage that others can read. */
  setItem: (key: string, value: string) => void
  /** Removes the text stored under the key. */
  removeItem: (key: string) => void
}

/** The prefix of all keys. */
export const KEY_PREFIX = 'matrix-phone-verification '

/** The key of the country that the next form starts with. */
export const COUNTRY_KEY = `${KEY_PREFIX}country`

/** The tab's `sessionStorage`; `null` if there is none or the page may not use it. */
export function pageStorage(): Storage | null {
  // `window.sessionStorage` and not the global: newer versions of Node have that global, and all requests of a server
  // would share it.
  return quietly(() => (typeof window === 'undefined' ? null : window.sessionStorage)) ?? null
}

/**
 * Returns `undefined` if the action throws: a storage may be full, forbidden or missing. A reload then starts over,
 * and nothing else is lost.
 */
export function quietly<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
