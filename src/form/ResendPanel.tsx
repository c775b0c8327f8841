'use client'
import { useId, useRef, useState } from 'react'
import { steadyNow } from '../hooks/steadyClock.js'
import type { PhoneNumber } from '../phone/phoneNumber.js'
import { Countdown } from './Countdown.js'
import { ErrorPanel } from './ErrorPanel.js'
import { SendingStatus } from './SendingStatus.js'
import { NumberText } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** "Didn't get it?": check the number, wait, ask again, and then what else the app offers. */
export function ResendPanel({ sentTo, resendAt }: { sentTo: PhoneNumber; resendAt: number }) {
  const { verification, wording, slot, options, announce, moveFocus } = useVerificationContext()
  const { now = steadyNow, disabled = false, purpose } = options
  const { error, isPending, requestToken } = verification
  const timerId = useId()
  const resendRef = useRef<HTMLButtonElement>(null)
  const [overAt, setOverAt] = useState<number | null>(null)
  const [firstRequest] = useState(requestToken.variables)
  const isOver = overAt === resendAt
  const isSending = isPending && requestToken.isPending
  const isAboutSending = error !== null && error.operation !== 'submitToken'
  const wasResent = requestToken.isSuccess && requestToken.variables !== firstRequest && !isAboutSending

  /** Pressed early it says when, and does nothing else. */
  const press = () => {
    if (isSending) return
    const seconds = Math.ceil((resendAt - now()) / 1000)
    if (seconds > 0) announce(wording.say('resendInSpoken', { duration: wording.duration(seconds) }))
    else void verification.resend()
  }

  return (
    <div className="mpv-resend">
      <p className={slot('text')}>
        <strong>{wording.say('didNotGetIt')}</strong> <NumberText message="checkNumber" number={sentTo} />
      </p>
      <div className={slot('actions')}>
        {/* Stays in the tab order while it waits. */}
        <button
          ref={resendRef}
          className={slot('secondaryButton')}
          type="button"
          disabled={disabled}
          aria-disabled={!isOver || isSending}
          aria-describedby={isOver ? undefined : timerId}
          onClick={press}
        >
          {wording.say('resendCode')}
        </button>
        <button
          className={slot('linkButton')}
          type="button"
          disabled={disabled}
          onClick={() => {
            moveFocus()
            verification.changeNumber()
          }}
        >
          {wording.say('changeNumber')}
        </button>
      </div>
      <Countdown
        id={timerId}
        deadline={resendAt}
        message="resendIn"
        overMessage="resendNow"
        onOver={setOverAt}
      />
      <SendingStatus>
        {/* To say that a message is on its way would tell a stranger that the number has an account. */}
        {wasResent && (
          <NumberText message={purpose === 'resetPassword' ? 'codeSent' : 'codeSentAgain'} number={sentTo} />
        )}
      </SendingStatus>
      <ErrorPanel
        error={isAboutSending ? error : null}
        onRetry={() => void verification.resend()}
        focusRef={resendRef}
      />
      {options.help}
    </div>
  )
}
