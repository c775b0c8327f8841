'use client'
import { useState, type RefObject } from 'react'

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
  return useState(createFocusMover)[0]
}

function createFocusMover(): FocusMover {
  const rootRef: RefObject<HTMLElement | null> = { current: null }
  let isWanted = false
  return {
    rootRef,
    mainRef: { current: null },
    moveFocus() {
      isWanted = true
    },
    takeFocus() {
      const isFreeToMove = isWanted && rootRef.current !== null && isFree(rootRef.current)
      isWanted = false
      return isFreeToMove
    },
  }
}

/** Whether the focus is nowhere, or in the form; a button that goes away leaves it on the page's body. */
function isFree(root: HTMLElement): boolean {
  // What is shown on a page stands in one of these.
  const { activeElement } = root.getRootNode() as Document | ShadowRoot
  return activeElement === null || activeElement.contains(root) || root.contains(activeElement)
}
