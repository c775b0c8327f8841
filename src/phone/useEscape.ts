'use client'
import { useEffect, type RefObject } from 'react'

/**
 * Keeps Escape for a panel that is above everything else. Dialogs of an app listen for it on the document, many before
 * the event reaches what is in them; so this listens on the window, and nobody behind it hears the key.
 */
export function useEscape(panelRef: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    // The window of a popup is not this one.
    const page = panelRef.current?.ownerDocument.defaultView
    const listener = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopImmediatePropagation()
      // With an input method, it takes back what is being composed.
      if (event.isComposing) return
      // Or the browser closes what is on top by then, which may be the app's own <dialog>.
      event.preventDefault()
      onEscape()
    }
    page?.addEventListener('keydown', listener, true)
    return () => page?.removeEventListener('keydown', listener, true)
  }, [panelRef, onEscape])
}
