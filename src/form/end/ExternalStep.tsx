'use client'
import { useEffect, useRef, useState } from 'react'
import { askExternal } from '../../hooks/askExternal.js'
import { buttonShape } from '../shared/buttonShape.js'
import { createPart, inStep } from '../shared/createPart.js'
import { useArrival } from './endSteps.js'
import { Actions, Problem } from '../shared/fieldParts.js'
import { Resend } from '../shared/resendParts.js'
import { useSaid } from '../shared/useSaid.js'
import { useStep } from '../shared/StepContext.js'
import { NumberText } from '../shared/Text.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** Replaces the code step if the message contains a link and there is no code to type. */
export const ExternalStep = /* @__PURE__ */ createPart(
  'ExternalStep',
  'div',
  function useExternalStepShape({ verification, wording, options }) {
    const ref = useArrival()
    const focusRef = useRef<HTMLElement>(null)
    const [checking, setChecking] = useState<AbortController | null>(null)
    const [isNotYet, setIsNotYet] = useState(false)
    const { variables } = verification.requestToken
    const sid = verification.step === 'external' && verification.phone.sid
    // An answer about an earlier message counts no more. A check may also never answer.
    useEffect(() => {
      setChecking(null)
    }, [variables, sid])
    useEffect(() => () => checking?.abort(), [checking])
    if (verification.step !== 'external') return null
    const { phone, confirm } = verification
    const { checkExternal } = options

    const check = async () => {
      if (checkExternal === undefined || checking !== null) return
      const leaving = new AbortController()
      setChecking(leaving)
      setIsNotYet(false)
      const isDone = await askExternal(checkExternal, phone, leaving.signal)
      if (leaving.signal.aborted) return
      setChecking(null)
      if (isDone) confirm()
      else setIsNotYet(true)
    }
    return {
      slot: 'step',
      props: { ref, children: <ExternalStepParts /> },
      provide: {
        submit: () => void check(),
        isBusy: checking !== null,
        focusRef,
        notice: isNotYet && wording.say('externalNotYet'),
      },
    }
  },
  inStep('external'),
)

function ExternalStepParts() {
  const { checkExternal } = useVerificationContext().options
  return (
    <>
      <ExternalTitle />
      <ExternalHint />
      <Problem />
      {checkExternal !== undefined && (
        <Actions>
          <ExternalConfirm />
        </Actions>
      )}
      <ExternalStatus />
      <Resend />
    </>
  )
}

/** Tells the person to follow the instructions in the message. */
export const ExternalTitle = /* @__PURE__ */ createPart('ExternalTitle', 'h2', ({ wording }) => ({
  isMain: true,
  props: { className: 'mpv-heading', tabIndex: -1, children: wording.say('externalTitle') },
}))

/** Says where the message was sent, and to come back afterwards. */
export const ExternalHint = /* @__PURE__ */ createPart('ExternalHint', 'p', ({ verification }) => {
  if (!('sentTo' in verification)) return null
  return {
    slot: 'text',
    props: { children: <NumberText message="externalHint" number={verification.sentTo} /> },
  }
})

/** A button that asks the app whether the number is verified. Renders nothing without `checkExternal`. */
export const ExternalConfirm = /* @__PURE__ */ createPart(
  'ExternalConfirm',
  'button',
  function useExternalConfirmShape(context) {
    const { submit, isBusy } = useStep()
    if (context.options.checkExternal === undefined) return null
    return buttonShape(context, {
      slot: 'primaryButton',
      message: 'externalConfirm',
      onClick: submit,
      isBusy,
    })
  },
)

/** Says that the number is not verified yet. */
export const ExternalStatus = /* @__PURE__ */ createPart(
  'ExternalStatus',
  'p',
  function useExternalStatusShape() {
    const { notice } = useStep()
    return { slot: 'status', props: { ref: useSaid(notice), children: notice } }
  },
)
