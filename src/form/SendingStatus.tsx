'use client'
import { useState, type ReactNode } from 'react'
import { steadyNow } from '../hooks/steadyClock.js'
import { useCountdown } from '../hooks/useCountdown.js'
import { useVerificationContext } from './VerificationContext.js'

/** After this long a person wonders whether anything happens at all. Milliseconds. */
const LONG = 10_000

/** Props of {@link SendingStatus}. */
export interface SendingStatusProps {
  /** Shown when nothing is under way. */
  children?: ReactNode
}

/** Says that an SMS is being asked for, that it takes long, and how to get out of it. */
export function SendingStatus({ children }: SendingStatusProps) {
  const { number, verification, wording, slot } = useVerificationContext()
  const isSending = number.isReading || (verification.requestToken.isPending && verification.isPending)
  const isLong = useIsLong(isSending)
  return (
    <>
      {/* There even when empty, or a screen reader does not hear what comes into it. */}
      <p className={slot('status')} role="status">
        {isSending ? wording.say(isLong ? 'stillSending' : 'sending') : children}
      </p>
      {isLong && verification.step === 'number' && (
        <button className={slot('linkButton')} type="button" onClick={verification.changeNumber}>
          {wording.say('changeNumber')}
        </button>
      )}
    </>
  )
}

function useIsLong(isSending: boolean): boolean {
  const { now = steadyNow } = useVerificationContext().options
  const [since, setSince] = useState<number | null>(null)
  if (isSending !== (since !== null)) setSince(isSending ? now() : null)
  const { isOver } = useCountdown(since === null ? 0 : since + LONG, { now })
  return isSending && isOver
}
