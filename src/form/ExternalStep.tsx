'use client'
import { useEffect, useRef, useState } from 'react'
import { ResendPanel } from './ResendPanel.js'
import { NumberText } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** The step in place of the code, where the message holds a link and there is nothing to type. */
export function ExternalStep() {
  const { verification, wording, slot, options, takeFocus } = useVerificationContext()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const [isChecking, setIsChecking] = useState(false)
  const [isNotYet, setIsNotYet] = useState(false)
  useEffect(() => {
    if (takeFocus()) headingRef.current?.focus()
  }, [takeFocus])

  if (verification.step !== 'external') return null
  const { sentTo, resendAt, phone, confirm } = verification
  const { checkExternal } = options

  const check = async () => {
    if (checkExternal === undefined || isChecking) return
    setIsChecking(true)
    setIsNotYet(false)
    const isDone = await checkExternal(phone, { signal: new AbortController().signal }).catch(() => false)
    setIsChecking(false)
    if (isDone) confirm()
    else setIsNotYet(true)
  }

  return (
    <div className={slot('step')}>
      <h2 ref={headingRef} tabIndex={-1} className="mpv-heading">
        {wording.say('externalTitle')}
      </h2>
      <p className={slot('text')}>
        <NumberText message="externalHint" number={sentTo} />
      </p>
      {checkExternal !== undefined && (
        <div className={slot('actions')}>
          <button
            className={slot('primaryButton')}
            type="button"
            disabled={options.disabled}
            aria-disabled={isChecking}
            onClick={() => void check()}
          >
            {wording.say('externalConfirm')}
          </button>
        </div>
      )}
      <p className={slot('status')} role="status">
        {isNotYet && wording.say('externalNotYet')}
      </p>
      <ResendPanel sentTo={sentTo} resendAt={resendAt} />
    </div>
  )
}
