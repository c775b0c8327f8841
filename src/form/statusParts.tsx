'use client'
import { useEffect, useRef, useState } from 'react'
import { steadyNow } from '../hooks/steadyClock.js'
import { useCountdown } from '../hooks/useCountdown.js'
import { useLatest } from '../hooks/useLatest.js'
import { createPart } from './createPart.js'
import { useStep } from './StepContext.js'
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
      if (isOver && wasCountingRef.current && overText !== '') announce(overText)
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

/** Says that an SMS is being asked for, and when that takes long. There even when empty, or nobody hears it. */
export const SendingStatus = /* @__PURE__ */ createPart('SendingStatus', 'p', ({ state }) => {
  const { notice } = useStep()
  const children = state.status === 'sending' ? <SendingText /> : notice
  return { slot: 'status', props: { role: 'status', children } }
})

function SendingText() {
  const context = useVerificationContext()
  return context.wording.say(useIsLong(context) ? 'stillSending' : 'sending')
}

/** "Change number", when a request takes long: the way out of it. */
export const StopSending = /* @__PURE__ */ createPart(
  'StopSending',
  'button',
  (context) => {
    const { verification, wording, state, number } = context
    if (!useIsLong(context)) return null
    const onClick = () => {
      verification.changeNumber()
      // The button goes away with the request.
      number.form.setFocus('phoneNumber', { shouldSelect: true })
    }
    const { disabled } = state
    const children = wording.say('changeNumber')
    return { slot: 'linkButton', props: { type: 'button', disabled, onClick, children } }
  },
  isSendingNumber,
)

function isSendingNumber({ state: { step, status } }: VerificationContextValue): boolean {
  return step === 'number' && status === 'sending'
}

/** Says that the code is being checked. There even when empty, or nobody hears it. */
export const CodeStatus = /* @__PURE__ */ createPart('CodeStatus', 'p', ({ wording, state }) => ({
  slot: 'status',
  props: { role: 'status', children: state.status === 'verifying' && wording.say('verifying') },
}))

/** Says something to screen readers alone, once. Put one into each verification, and leave it there. */
export const LiveRegion = /* @__PURE__ */ createPart('LiveRegion', 'p', ({ announcement }) => ({
  props: {
    className: 'mpv-visually-hidden',
    role: 'status',
    // Another element each time, so that the same words are read out again.
    children: <span key={announcement.count}>{announcement.text}</span>,
  },
}))

/** Whether what is there only while a request is under way has been there for long. */
function useIsLong({ options: { now = steadyNow } }: VerificationContextValue): boolean {
  const [since] = useState(now)
  return useCountdown(since + STILL_SENDING_AFTER, { now }).isOver
}
