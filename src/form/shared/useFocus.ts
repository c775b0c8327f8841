'use client'
import { useCallback, useRef, type RefObject } from 'react'

/** Where the focus goes when a step changes: along with a person who acted here, and never by itself. */
export interface FocusMover {
  rootRef: RefObject<HTMLElement | null>
  /** The field, or else the words, that a step begins with. */
  mainRef: RefObject<HTMLElement | null>
  /** Lets the next step, or the field that was refused, take the focus; called when a person acts. */
  moveFocus: () => void
  /** Whether the focus is to move now; asking takes it. */
  takeFocus: () => boolean
}

/** Remembers that a person acted, and sees to it that somebody who went on to another field stays there. */
export function useFocus(): FocusMover {
  const rootRef = useRef<HTMLElement>(null)
  const mainRef = useRef<HTMLElement>(null)
  const isWantedRef = useRef(false)
  const moveFocus = useCallback(() => {
    isWantedRef.current = true
  }, [])
  const takeFocus = useCallback(() => {
    const isWanted = isWantedRef.current
    isWantedRef.current = false
    return isWanted && rootRef.current !== null && isFree(rootRef.current)
  }, [])
  return { rootRef, mainRef, moveFocus, takeFocus }
}

/** Whether the focus is nowhere, or in the form; a button that goes away leaves it on the page's body. */
function isFree(root: HTMLElement): boolean {
  // What is shown on a page stands in one of these.
  const { activeElement } = root.getRootNode() as Document | ShadowRoot
  return activeElement === null || activeElement.contains(root) || root.contains(activeElement)
}
