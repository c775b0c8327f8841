'use client'
import { buttonShape } from '../shared/buttonShape.js'
import { createPart } from '../shared/createPart.js'
import { useIsLong } from '../shared/statusParts.js'
import type { VerificationContextValue } from '../shared/VerificationContext.js'
import { useNumber } from './NumberContext.js'

/** "Change number", shown when a request takes long, so that the person need not wait for it. */
export const StopSending = /* @__PURE__ */ createPart(
  'StopSending',
  'button',
  function useStopSendingShape(context) {
    const { stop } = useNumber()
    if (!useIsLong(context)) return null
    return buttonShape(context, { slot: 'linkButton', message: 'changeNumber', onClick: stop })
  },
  isSendingNumber,
)

function isSendingNumber({ state: { step, status } }: VerificationContextValue): boolean {
  return step === 'number' && status === 'sending'
}
