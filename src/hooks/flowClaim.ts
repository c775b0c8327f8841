import { pageEvents } from './pageEvents.js'

/** Tells the browser's other pages that this page has a flow open. */
export interface FlowClaim {
  /** Whether this page got the claim. `false` means that another open page has it, so this tab is a copy. */
  isOurs: Promise<boolean>
  release: () => void
}

/** Milliseconds within which a page that was left has released its claim. */
const PATIENCE = 1000

/**
 * Claims a flow for as long as the page lives, with a Web Lock. An entry in the storage could not replace it, for two
 * reasons. The lock ends when a phone discards the page. It also keeps a page in Firefox out of the back-forward
 * cache, whose pages see `sessionStorage` as it was when they were left.
 *
 * Without Web Locks (on plain http), an `unload` listener keeps the page out of that cache.
 */
export function claimFlow(name: string): FlowClaim {
  if (!canClaim()) return listenForUnload()
  const controller = new AbortController()
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  // Aborting has no effect once the lock is granted.
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  const isOurs = new Promise<boolean>((resolve) => {
    navigator.locks
      .request(`matrix-phone-verification ${name}`, { signal: controller.signal }, () => {
        resolve(true)
        return released
      })
      .catch(() => resolve(false))
  })
  return {
    isOurs,
    release: () => {
      clearTimeout(timer)
      controller.abort()
      release()
    },
  }
}

/** Whether the browser lets pages tell a copied tab from a discarded one. */
export function canClaim(): boolean {
  return typeof navigator !== 'undefined' && 'locks' in navigator
}

function listenForUnload(): FlowClaim {
  // A separate function for each claim: otherwise releasing one claim would remove the listener of all.
  const listener = () => undefined
  const page = pageEvents()
  page?.addEventListener('unload', listener)
  return { isOurs: Promise.resolve(true), release: () => page?.removeEventListener('unload', listener) }
}
