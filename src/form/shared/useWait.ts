'use client'
import { useEffect, useRef } from 'react'
import { steadyNow } from '../../hooks/steadyClock.js'
import { useUnitsLeft } from '../../hooks/useCountdown.js'
import type { CountdownMessages } from './StepContext.js'
import { useHappening } from './useSaid.js'
import { useVerificationContext } from './VerificationContext.js'

/** The longest time of a timer, in milliseconds. */
const LONGEST = 2_147_483_647

/** What a person waits for. The messages about each wait are named after it. */
type Wait = 'send' | 'verify' | 'resend' | 'resendMessage'

/** A wait for a deadline. */
export interface Waiting {
  /** Whether there was a deadline that has passed. */
  isOver: boolean
  /** Announces how long to wait. @returns whether the wait is not over. */
  say: () => boolean
  /** The deadline as the step shows it. */
  countdown: CountdownMessages
}

/**
 * Waits for a deadline, and announces once that the time is over. Only then does the component render.
 *
 * @param deadline epoch milliseconds; 0 if there is nothing to wait for
 * @param happening a value each new truthy one of which announces how long to wait
 */
export function useWait(wait: Wait, deadline: number, happening: unknown): Waiting {
  const { announce, wording, options } = useVerificationContext()
  const { now = steadyNow } = options
  const isWaiting = useUnitsLeft(deadline, LONGEST, now) > 0
  const isOver = !isWaiting && deadline > 0
  const wasWaitingRef = useRef(false)
  useEffect(() => {
    if (isOver && wasWaitingRef.current) announce(wording.say(`${wait}Now`))
    wasWaitingRef.current = isWaiting
  }, [isOver, isWaiting, wait, announce, wording])
  const say = () => {
    const seconds = Math.ceil((deadline - now()) / 1000)
    if (seconds > 0) announce(wording.say(`${wait}InSpoken`, { duration: wording.duration(seconds) }))
    return seconds > 0
  }
  useHappening(happening, say)
  return { isOver, say, countdown: { deadline, message: `${wait}In` } }
}
