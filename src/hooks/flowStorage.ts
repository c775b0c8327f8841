/** Where a flow survives a reload: the part of `Storage` that is needed. Errors that it throws are ignored. */
export interface FlowStorage {
  /** What is kept under the key; `null` for nothing. */
  getItem: (key: string) => string | null
  /** Keeps a text that holds the client secret and the proof. Use no storage that others can read. */
  setItem: (key: string, value: string) => void
  /** Forgets what is kept under the key. */
  removeItem: (key: string) => void
}

/** What the keys of all flows begin with. */
export const KEY_PREFIX = 'matrix-phone-verification '

/** The tab's storage; `null` where there is none or the page may not use it. */
export function pageStorage(): Storage | null {
  // Not the global of that name: newer versions of Node have one, which all requests of a server would share.
  return quietly(() => (typeof window === 'undefined' ? null : window.sessionStorage)) ?? null
}

/** A storage may be full, forbidden or absent. Then a reload starts over, and nothing else is lost. */
export function quietly<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
