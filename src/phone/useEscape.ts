'use client'
import { useEffect, type RefObject } from 'react'

/**
 * Handles Escape for a panel that is above everything else. An app's dialogs listen for Escape on the document, many
 * of them in the capture phase. This hook listens on the window, so they don't receive the key.
 */
export function useEscape(panelRef: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    // A popup has a window of its own.
    const page = panelRef.current?.ownerDocument.defaultView
    const listener = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopImmediatePropagation()
      // With an input method, Escape cancels the composition.
      if (event.isComposing) return
      // Otherwise the browser closes the topmost <dialog>, which may be the app's own once the panel is gone.
      event.preventDefault()
      onEscape()
    }
    page?.addEventListener('keydown', listener, true)
    return () => page?.removeEventListener('keydown', listener, true)
  }, [panelRef, onEscape])
}
