import { pageEvents } from './pageEvents.js'

/** Says to the other pages of the browser that this one has a flow open. */
export interface FlowClaim {
  /** Whether this page got the claim. `false`: another page that is alive has it, so this one is a copied tab. */
  isOurs: Promise<boolean>
  release: () => void
}

/** Milliseconds in which a page that was left has given its claim back. */
const PATIENCE = 1000

/**
 * Claims a flow for as long as the page lives. A Web Lock does two things that no mark in the storage can: it ends with
 * a page that a phone discarded, and it keeps a page of Firefox out of the back-forward cache, whose pages see
 * `sessionStorage` as it was when they were left.
 *
 * Where there are no Web Locks (plain http), an `unload` listener does the second.
 */
export function claimFlow(name: string): FlowClaim {
  if (!canClaim()) return listenForUnload()
  const controller = new AbortController()
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  // Once the lock is here, this changes nothing.
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

/** Whether pages can tell a copied tab from one that was discarded. */
export function canClaim(): boolean {
  return typeof navigator !== 'undefined' && 'locks' in navigator
}

function listenForUnload(): FlowClaim {
  // One for each claim, or releasing one would end all.
  const listener = () => undefined
  const page = pageEvents()
  page?.addEventListener('unload', listener)
  return { isOurs: Promise.resolve(true), release: () => page?.removeEventListener('unload', listener) }
}
