'use client'
import { useState, type RefObject } from 'react'

/** Moves the focus when a step changes: only if the person acted in this form, never on its own. */
export interface FocusMover {
  rootRef: RefObject<HTMLElement | null>
  /** The field of a step, or its heading if it has no field. */
  mainRef: RefObject<HTMLElement | null>
  /** Lets the next step, or a field with an error, take the focus. Called when a person acts. */
  moveFocus: () => void
  /** Whether the focus may move now. Each `moveFocus` allows this once. */
  takeFocus: () => boolean
}

/** Remembers that a person acted. Somebody who has moved on to another field keeps the focus there. */
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

/**
 * Whether the focus is in the form or nowhere. A focused button that disappears leaves the focus on the page's body.
 */
function isFree(root: HTMLElement): boolean {
  // The root node of an element on the page is one of these.
  const { activeElement } = root.getRootNode() as Document | ShadowRoot
  return activeElement === null || activeElement.contains(root) || root.contains(activeElement)
}
