'use client'
import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * Whether the characters of the code are inside their boxes. A person may set their own letter spacing, which the
 * stylesheet cannot detect. Measuring a hidden character shows the actual spacing.
 */
export function useBoxFit(): { probeRef: RefObject<HTMLSpanElement | null>; fits: boolean } {
  const probeRef = useRef<HTMLSpanElement>(null)
  const [fits, setFits] = useState(true)
  useEffect(() => {
    const probe = probeRef.current
    const [first, second] = probe?.parentElement?.children ?? []
    const input = probe?.parentElement?.nextElementSibling
    if (!probe || !first || !second || !input || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      const left = (box: Element) => box.getBoundingClientRect().left
      const pitch = left(second) - left(first)
      const spacing = [probe, input].map((element) => getComputedStyle(element).letterSpacing)
      setFits(Math.abs(probe.offsetWidth - pitch) < 2 && spacing[0] === spacing[1])
    })
    observer.observe(probe)
    return () => observer.disconnect()
  }, [])
  return { probeRef, fits }
}
