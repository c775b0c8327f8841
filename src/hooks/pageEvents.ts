/** The part of `window` that the owner of the flows listens to. */
interface PageEvents {
  addEventListener?: Window['addEventListener']
  removeEventListener?: Window['removeEventListener']
}

/** The page; `null` while a server renders and in React Native, whose `window` has no events. */
export function pageEvents(): Required<PageEvents> | null {
  const page: PageEvents | undefined = typeof window === 'undefined' ? undefined : window
  return page?.addEventListener === undefined ? null : window
}
