/** The part of `window` that the library listens to. */
interface PageEvents {
  addEventListener?: Window['addEventListener']
  removeEventListener?: Window['removeEventListener']
}

/** The events of a page that a person returns to. */
type Return = 'pageshow' | 'focus'

/**
 * Calls a listener when the page becomes visible or hidden, and on the given events.
 *
 * @returns a function that removes the listeners
 */
export function onReturn(events: readonly Return[], listener: () => void): () => void {
  const page = pageEvents()
  if (page === null) return () => undefined
  document.addEventListener('visibilitychange', listener)
  for (const event of events) page.addEventListener(event, listener)
  return () => {
    document.removeEventListener('visibilitychange', listener)
    for (const event of events) page.removeEventListener(event, listener)
  }
}

/** The page's `window`; `null` while a server renders and in React Native, whose `window` has no events. */
export function pageEvents(): Required<PageEvents> | null {
  const page: PageEvents | undefined = typeof window === 'undefined' ? undefined : window
  return page?.addEventListener === undefined ? null : window
}
