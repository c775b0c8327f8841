'use client'
import type { Recovery as RecoveryKind } from '../../matrix/PhoneVerificationError.js'
import type { MessageKey } from '../../messages/messages.js'
import { buttonShape } from './buttonShape.js'
import { createPart, type PartShape } from './createPart.js'
import { useSaid } from './useSaid.js'
import { useStep, type StepValue } from './StepContext.js'
import { Marked } from './Text.js'
import type { VerificationContextValue } from './VerificationContext.js'

/**
 * The recoveries that only the app can offer. They have a button if the app passes `onRecovery`; otherwise there is
 * only the message.
 */
const APP_RECOVERIES: Partial<Record<RecoveryKind, MessageKey>> = {
  'sign-in': 'signIn',
  'sign-up': 'signUp',
  'accept-terms': 'acceptTerms',
  contact: 'contact',
}

/** An error that is not about the typed value, and what to do next. Renders nothing if there is none. */
export const Failure = /* @__PURE__ */ createPart(
  'Failure',
  'div',
  () => {
    const children = (
      <>
        <FailureText />
        <TryAgain />
        <Recovery />
      </>
    )
    // The live region announces the error. Components for alerts take this role in place of their own.
    return { slot: 'error', props: { role: 'group', children } }
  },
  function useFailureIsThere() {
    return Boolean(useStep().failure)
  },
)

/** The message of the error. */
export const FailureText = /* @__PURE__ */ createPart(
  'FailureText',
  'p',
  function useFailureTextShape({ wording }) {
    const { failure, failureText } = useStep()
    const ref = useSaid(failure)
    if (!failure) return null
    const children = <Marked>{failureText ?? wording.explain(failure)}</Marked>
    return { props: { ref, className: 'mpv-remark', children } }
  },
)

/** "Try again", if that may help. */
export const TryAgain = /* @__PURE__ */ createPart('TryAgain', 'button', function useTryAgainShape(context) {
  const { failure, retry, focusRef } = useStep()
  if (failure?.recovery !== 'retry') return null
  const isBusy = context.verification.isPending
  const onClick = () => {
    if (isBusy) return
    focusRef.current?.focus()
    retry?.()
  }
  return buttonShape(context, { slot: 'secondaryButton', message: 'tryAgain', onClick, isBusy })
})

/** A button for what the app offers through `onRecovery`: sign in, sign up, read the terms, get help. */
export const Recovery = /* @__PURE__ */ createPart('Recovery', 'button', function useRecoveryShape(context) {
  return recovery(useStep().failure, context)
})

/** The same button for an error about the typed value, which {@link FieldError} shows. */
export const FieldRecovery = /* @__PURE__ */ createPart(
  'FieldRecovery',
  'button',
  function useFieldRecoveryShape(context) {
    return recovery(useStep().refusal, context)
  },
)

function recovery(
  error: StepValue['failure'],
  context: VerificationContextValue,
): PartShape<'button'> | null {
  const message = error && APP_RECOVERIES[error.recovery]
  const { onRecovery } = context.options
  if (!error || !message || !onRecovery) return null
  const onClick = () => onRecovery(error.recovery, error)
  return buttonShape(context, { slot: 'secondaryButton', message, onClick })
}
