'use client'
import type { RefObject } from 'react'
import type { PhoneVerificationError, Recovery } from '../matrix/PhoneVerificationError.js'
import type { MessageKey } from '../messages/messages.js'
import { Marked } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** The ways on that lead out of the form: buttons where the app knows the way, else words alone. */
const APP_RECOVERIES: Partial<Record<Recovery, MessageKey>> = {
  'sign-in': 'signIn',
  'sign-up': 'signUp',
  'accept-terms': 'acceptTerms',
  contact: 'contact',
}

/** Props of {@link ErrorPanel}. */
export interface ErrorPanelProps {
  error: PhoneVerificationError | null
  /** What "Try again" does. */
  onRetry: () => void
  /** Takes the focus of "Try again", which goes away when it is pressed. */
  focusRef: RefObject<HTMLElement | null>
}

/** What went wrong, and what to do next. */
export function ErrorPanel({ error, onRetry, focusRef }: ErrorPanelProps) {
  const { wording, slot, verification, options } = useVerificationContext()
  if (error === null) return null
  return (
    <div className={slot('error')} role="alert">
      <p className="mpv-remark">
        <Marked>{wording.explain(error)}</Marked>
      </p>
      {error.recovery === 'retry' && (
        <button
          className={slot('secondaryButton')}
          type="button"
          disabled={options.disabled}
          aria-disabled={verification.isPending}
          onClick={() => {
            if (verification.isPending) return
            focusRef.current?.focus()
            onRetry()
          }}
        >
          {wording.say('tryAgain')}
        </button>
      )}
      <RecoveryButton error={error} />
    </div>
  )
}

/** The button for a way on that the app has to offer. */
export function RecoveryButton({ error }: { error: PhoneVerificationError }) {
  const { wording, slot, options } = useVerificationContext()
  const label = APP_RECOVERIES[error.recovery]
  if (label === undefined || options.onRecovery === undefined) return null
  return (
    <button
      className={slot('secondaryButton')}
      type="button"
      onClick={() => options.onRecovery?.(error.recovery, error)}
    >
      {wording.say(label)}
    </button>
  )
}
