'use client'
import { useEffect, useRef } from 'react'
import { useCountdown } from '../hooks/useCountdown.js'
import { useLatest } from '../hooks/useLatest.js'
import type { MessageKey } from '../messages/messages.js'
import { useVerificationContext } from './VerificationContext.js'

/** Props of {@link Countdown}. */
export interface CountdownProps {
  id?: string | undefined
  /** Epoch milliseconds. */
  deadline: number
  /** Shows the time that is left, as `{time}`. */
  message: MessageKey
  /** Said to screen readers, once, when the time is over. */
  overMessage?: MessageKey | undefined
  /** Told that this deadline is over. Whoever needs only that does not render every second. */
  onOver?: ((deadline: number) => void) | undefined
}

/** The time that is left. It alone renders every second, and no screen reader reads it out while it ticks. */
export function Countdown({ id, deadline, message, overMessage, onOver }: CountdownProps) {
  const { wording, slot, options, announce } = useVerificationContext()
  const { seconds, isOver } = useCountdown(deadline, { now: options.now })
  const wasCountingRef = useRef(false)
  const onOverRef = useLatest(onOver)
  const overText = overMessage === undefined ? '' : wording.say(overMessage)
  useEffect(() => {
    if (isOver && wasCountingRef.current && overText !== '') announce(overText)
    wasCountingRef.current = !isOver
    if (isOver) onOverRef.current?.(deadline)
  }, [isOver, deadline, overText, announce, onOverRef])

  if (isOver) return null
  return (
    <p id={id} className={slot('timer')} role="timer" aria-live="off">
      {wording.say(message, { time: wording.clock(seconds) })}
    </p>
  )
}
