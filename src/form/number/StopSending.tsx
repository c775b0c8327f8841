'use client'
import { createPart } from '../shared/createPart.js'
import { useIsLong } from '../shared/statusParts.js'
import type { VerificationContextValue } from '../shared/VerificationContext.js'
import { focusText } from '../shared/textField.js'
import { useNumber } from './NumberContext.js'

/** "Change number", shown when a request takes long, so that the person need not wait for it. */
export const StopSending = /* @__PURE__ */ createPart(
  'StopSending',
  'button',
  function useStopSendingShape(context) {
    const { verification, wording, state } = context
    const { field } = useNumber()
    if (!useIsLong(context)) return null
    const onClick = () => {
      verification.changeNumber()
      // The button disappears with the request, so the focus moves to the field.
      focusText(field)
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
