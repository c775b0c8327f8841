/** The part of `window` that the owner of the flows listens to. */
interface PageEvents {
  addEventListener?: Window['addEventListener']
  removeEventListener?: Window['removeEventListener']
}

/** What happens to a page that a person comes back to. */
type Return = 'pageshow' | 'focus'

/** Calls a listener when the page is seen or hidden, and at events of a return. @returns what ends that */
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

/** The page; `null` while a server renders and in React Native, whose `window` has no events. */
export function pageEvents(): Required<PageEvents> | null {
  const page: PageEvents | undefined = typeof window === 'undefined' ? undefined : window
  return page?.addEventListener === undefined ? null : window
}
