'use client'
import { useEffect, useRef, useState } from 'react'
import { steadyNow } from '../../hooks/steadyClock.js'
import { useCountdown } from '../../hooks/useCountdown.js'
import { useLatest } from '../../hooks/useLatest.js'
import { createPart } from './createPart.js'
import { useStep } from './StepContext.js'
import { useHappening, useSaid } from './useSaid.js'
import { useVerificationContext, type VerificationContextValue } from './VerificationContext.js'

/** After this long a person wonders whether anything happens at all. Milliseconds. */
const STILL_SENDING_AFTER = 10_000

/** The time that is left. It alone renders every second, and no screen reader reads it out while it ticks. */
export const Countdown = /* @__PURE__ */ createPart(
  'Countdown',
  'p',
  ({ wording, options, announce }) => {
    const { countdown } = useStep()
    const { deadline = 0, message = 'sendIn', overMessage, onOver } = countdown ?? {}
    const { seconds, isOver } = useCountdown(deadline, { now: options.now })
    const wasCountingRef = useRef(false)
    const onOverRef = useLatest(onOver)
    const overText = overMessage === undefined ? '' : wording.say(overMessage)
    useEffect(() => {
      if (isOver && wasCountingRef.current) announce(overText)
      wasCountingRef.current = !isOver
      if (isOver) onOverRef.current?.(deadline)
    }, [isOver, deadline, overText, announce, onOverRef])

    if (isOver) return null
    const children = wording.say(message, { time: wording.clock(seconds) })
    return { slot: 'timer', props: { role: 'timer', 'aria-live': 'off', children } }
  },
  useHasDeadline,
)

function useHasDeadline(): boolean {
  return useStep().countdown?.deadline !== 0
}

/** Says that an SMS is being asked for, and when that takes long. */
export const SendingStatus = /* @__PURE__ */ createPart('SendingStatus', 'p', ({ state }) => {
  const { notice } = useStep()
  const isSending = state.status === 'sending'
  const ref = useSaid(!isSending && Boolean(notice))
  return { slot: 'status', props: { ref, children: isSending ? <SendingText /> : notice } }
})

function SendingText() {
  const context = useVerificationContext()
  const { wording, announce } = context
  const isLong = useIsLong(context)
  const words = wording.say(isLong ? 'stillSending' : 'sending')
  useHappening(isLong, () => announce(words))
  return words
}

/** Says that the code is being checked. */
export const CodeStatus = /* @__PURE__ */ createPart('CodeStatus', 'p', ({ wording, state }) => ({
  slot: 'status',
  props: { children: state.status === 'verifying' && wording.say('verifying') },
}))

/** Says something to screen readers alone, once. Put one into each verification, and leave it there. */
export const LiveRegion = /* @__PURE__ */ createPart('LiveRegion', 'p', ({ listen }) => {
  const [text, setText] = useState('')
  useEffect(() => listen(setText), [listen])
  return {
    props: {
      className: 'mpv-visually-hidden',
      role: 'status',
      // Another element each time, so that words which begin like the last ones are read out whole.
      children: <span key={text}>{text}</span>,
    },
  }
})

/** Whether what is there only while a request is under way has been there for long. */
export function useIsLong({ options: { now = steadyNow } }: VerificationContextValue): boolean {
  const [since] = useState(now)
  return useCountdown(since + STILL_SENDING_AFTER, { now }).isOver
}
