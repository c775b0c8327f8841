'use client'
import { useEffect, useRef } from 'react'
import { steadyNow } from '../hooks/steadyClock.js'
import { Countdown } from './Countdown.js'
import { ErrorPanel, RecoveryButton } from './ErrorPanel.js'
import { NumberFields } from './NumberFields.js'
import { isAboutNumber } from './numberProblem.js'
import { NumberRemarkPanel } from './NumberRemarkPanel.js'
import { SendingStatus } from './SendingStatus.js'
import { StepForm } from './StepForm.js'
import { useVerificationContext } from './VerificationContext.js'

/** The first step: the country, the number, and the button that sends the SMS. */
export function NumberStep() {
  const { number, verification, options, wording, slot, takeFocus, announce } = useVerificationContext()
  const { form, refusal, reason, submit } = number
  const sendRef = useRef<HTMLButtonElement>(null)
  // What is said of the number on leaving it would move the button away from under a press that is under way.
  const isPressingRef = useRef(false)
  const isBusy = verification.isPending || number.isReading
  const disabled = options.disabled ?? false
  const isRefused = reason === null && isAboutNumber(number)

  useEffect(() => {
    if (takeFocus()) form.setFocus('phoneNumber', { shouldSelect: true })
  }, [form, takeFocus])

  useEffect(() => {
    if (refusal !== null && takeFocus() && isRefused) form.setFocus('phoneNumber')
  }, [form, refusal, isRefused, takeFocus])

  const retryAt = refusal?.retryAt ?? 0
  const announceWait = () => {
    const seconds = Math.ceil((retryAt - (options.now ?? steadyNow)()) / 1000)
    if (seconds > 0) announce(wording.say('sendInSpoken', { duration: wording.duration(seconds) }))
  }

  return (
    <StepForm
      onSubmit={() => {
        if (isBusy || disabled) return
        announceWait()
        void submit()
      }}
      onPointerDownCapture={({ target }) => {
        isPressingRef.current = target instanceof Element && target.closest('button') !== null
      }}
      onFocusCapture={() => {
        isPressingRef.current = false
      }}
    >
      <NumberFields
        isBusy={isBusy}
        onLeave={() => {
          if (!isBusy && !isPressingRef.current) void number.leave()
        }}
      />
      {isRefused && refusal !== null && <RecoveryButton error={refusal} />}
      <div className={slot('actions')}>
        <button
          ref={sendRef}
          className={slot('primaryButton')}
          type="submit"
          disabled={disabled}
          aria-disabled={isBusy}
        >
          {wording.say('sendCode')}
        </button>
      </div>
      {/* Below the button, which stays where it is when a second press follows the first. */}
      <NumberRemarkPanel focusRef={sendRef} />
      <ErrorPanel
        error={reason === null && !isRefused ? refusal : null}
        onRetry={() => void submit()}
        focusRef={sendRef}
      />
      <Countdown deadline={retryAt} message="sendIn" />
      <SendingStatus />
    </StepForm>
  )
}
