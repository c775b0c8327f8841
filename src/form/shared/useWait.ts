'use client'
import { useEffect, useRef } from 'react'
import { useUnitsLeft } from '../../hooks/useCountdown.js'
import type { MessageKey } from '../../messages/messages.js'
import { useVerificationContext } from './VerificationContext.js'

/** The longest time of a timer, in milliseconds. */
const LONGEST = 2_147_483_647

/**
 * Waits for a deadline, and announces once that the time is over. Only then does the component render.
 *
 * @param deadline epoch milliseconds; 0 if there is nothing to wait for
 * @returns whether there was a deadline that has passed
 */
export function useWait(deadline: number, overMessage: MessageKey): boolean {
  const { announce, wording, options } = useVerificationContext()
  const isWaiting = useUnitsLeft(deadline, LONGEST, options.now) > 0
  const isOver = !isWaiting && deadline > 0
  const wasWaitingRef = useRef(false)
  useEffect(() => {
    if (isOver && wasWaitingRef.current) announce(wording.say(overMessage))
    wasWaitingRef.current = isWaiting
  }, [isOver, isWaiting, overMessage, announce, wording])
  return isOver
}
