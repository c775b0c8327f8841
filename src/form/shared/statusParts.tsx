'use client'
import { useEffect, useState } from 'react'
import { steadyNow } from '../../hooks/steadyClock.js'
import { useCountdown } from '../../hooks/useCountdown.js'
import { createPart } from './createPart.js'
import { useStep } from './StepContext.js'
import { useHappening, useSaid } from './useSaid.js'
import { useVerificationContext, type VerificationContextValue } from './VerificationContext.js'

/** How long a request takes before the form says that it is still sending, in milliseconds. */
const STILL_SENDING_AFTER = 10_000

/** The remaining time. Only this part renders every second, and screen readers don't announce each second. */
export const Countdown = /* @__PURE__ */ createPart(
  'Countdown',
  'p',
  function useCountdownShape({ wording, options }) {
    const { deadline, message } = useStep().countdown ?? ({ deadline: 0, message: 'sendIn' } as const)
    const { seconds, isOver } = useCountdown(deadline, { now: options.now })
    if (isOver) return null
    const children = wording.say(message, { time: wording.clock(seconds) })
    return { slot: 'timer', props: { role: 'timer', 'aria-live': 'off', children } }
  },
)

/** Says that an SMS is being requested, and says so again if that takes long. */
export const SendingStatus = /* @__PURE__ */ createPart(
  'SendingStatus',
  'p',
  function useSendingStatusShape({ state }) {
    const { notice } = useStep()
    const isSending = state.status === 'sending'
    const ref = useSaid(!isSending && Boolean(notice))
    return { slot: 'status', props: { ref, children: isSending ? <SendingText /> : notice } }
  },
)

function SendingText() {
  const context = useVerificationContext()
  const { wording, announce } = context
  const isLong = useIsLong(context)
  const words = wording.say(isLong ? 'stillSending' : 'sending')
  useHappening(isLong, () => announce(words))
  return words
}

/** Says that the code is being verified. */
export const CodeStatus = /* @__PURE__ */ createPart('CodeStatus', 'p', ({ wording, state }) => ({
  slot: 'status',
  props: { children: state.status === 'verifying' && wording.say('verifying') },
}))

/** Announces texts to screen readers only, once each. Put one into each verification, and keep it mounted. */
export const LiveRegion = /* @__PURE__ */ createPart(
  'LiveRegion',
  'p',
  function useLiveRegionShape({ listen }) {
    const [text, setText] = useState('')
    useEffect(() => listen(setText), [listen])
    return {
      props: {
        className: 'mpv-visually-hidden',
        role: 'status',
        // A new element for each text, so that a text which begins like the previous one is read out in full.
        children: <span key={text}>{text}</span>,
      },
    }
  },
)

/** Whether a component that is mounted only during a request has been mounted for long. */
export function useIsLong({ options: { now = steadyNow } }: VerificationContextValue): boolean {
  const [since] = useState(now)
  return useCountdown(since + STILL_SENDING_AFTER, { now }).isOver
}
