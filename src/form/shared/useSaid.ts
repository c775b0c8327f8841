'use client'
import { useEffect, useRef, type RefObject } from 'react'
import { useVerificationContext } from './VerificationContext.js'

/** Calls `handle` once for each new value, after it is rendered. Falsy values are ignored. */
export function useHappening(happening: unknown, handle: () => void): void {
  const lastRef = useRef<unknown>(null)
  useEffect(() => {
    const isNew = happening !== lastRef.current
    lastRef.current = happening
    if (isNew && Boolean(happening)) handle()
  })
}

/** Announces the text of an element each time `happening` becomes another truthy value. */
export function useSaid(happening: unknown): RefObject<HTMLElement | null> {
  const { announce } = useVerificationContext()
  const ref = useRef<HTMLElement>(null)
  useHappening(happening, () => announce(ref.current?.textContent ?? ''))
  return ref
}
