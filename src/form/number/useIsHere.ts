'use client'
import { useEffect, useRef, type RefObject } from 'react'

/** Whether the component is still on the page, for what comes after something was awaited. */
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
