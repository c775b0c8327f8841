'use client'
import { createPart } from '../shared/createPart.js'
import { useIsLong } from '../shared/statusParts.js'
import type { VerificationContextValue } from '../shared/VerificationContext.js'
import { useNumber } from './NumberContext.js'

/** "Change number", shown when a request takes long, so that the person need not wait for it. */
export const StopSending = /* @__PURE__ */ createPart(
  'button',
  function useStopSendingShape(context) {
    const { wording, state } = context
    const { stop } = useNumber()
    if (!useIsLong(context)) return null
    const { disabled } = state
    const children = wording.say('changeNumber')
    return { slot: 'linkButton', props: { type: 'button', disabled, onClick: stop, children } }
  },
  isSendingNumber,
)

function isSendingNumber({ state: { step, status } }: VerificationContextValue): boolean {
  return step === 'number' && status === 'sending'
}
