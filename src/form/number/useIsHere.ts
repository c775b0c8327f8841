'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** Whether the component is still mounted, for code that runs after an `await`. */
export function useIsHere(): RefObject<boolean> {
  const isHereRef = useRef(false)
  useEffect(() => {
    isHereRef.current = true
    return () => {
      isHereRef.current = false
    }
  }, [])
  return isHereRef
}
