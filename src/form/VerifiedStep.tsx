'use client'
import { useEffect, useRef } from 'react'
import { ErrorPanel } from './ErrorPanel.js'
import { NumberText } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** The end: the number that is proved, and a way on if the app failed with it. */
export function VerifiedStep() {
  const { verification, slot, takeFocus } = useVerificationContext()
  const textRef = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takeFocus()) textRef.current?.focus()
  }, [takeFocus])

  if (verification.step !== 'verified') return null
  return (
    <div className={slot('step')}>
      <p ref={textRef} tabIndex={-1} className="mpv-verified">
        <svg className="mpv-check" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
          <path d="m4.5 10.5 3.5 3.5 7.5-8" />
        </svg>
        <span>
          <NumberText message="verified" number={verification.sentTo} />
        </span>
      </p>
      <ErrorPanel error={verification.error} onRetry={verification.confirm} focusRef={textRef} />
    </div>
  )
}
