'use client'
import { useEffect, useRef, type RefObject } from 'react'
import { steadyNow } from '../../hooks/steadyClock.js'
import type { MessageKey } from '../../messages/messages.js'
import { useVerificationContext, type VerificationContextValue } from './VerificationContext.js'

/** Handles each happening once, after it is on the page. What is `null` or otherwise false is none. */
export function useHappening(happening: unknown, handle: () => void): void {
  const lastRef = useRef<unknown>(null)
  useEffect(() => {
    const isNew = happening !== lastRef.current
    lastRef.current = happening
    if (isNew && Boolean(happening)) handle()
  })
}

/** Has the live region say the text of an element, each time that something happens. */
export function useSaid(happening: unknown): RefObject<HTMLElement | null> {
  const { announce } = useVerificationContext()
  const ref = useRef<HTMLElement>(null)
  useHappening(happening, () => announce(ref.current?.textContent ?? ''))
  return ref
}

/** Says how long a wait still is. @returns whether it is not over. */
export function sayWait(
  { announce, wording, options: { now = steadyNow } }: VerificationContextValue,
  deadline: number,
  message: MessageKey,
): boolean {
  const seconds = Math.ceil((deadline - now()) / 1000)
  if (seconds > 0) announce(wording.say(message, { duration: wording.duration(seconds) }))
  return seconds > 0
}
