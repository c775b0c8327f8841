'use client'
import { useEffect, useRef } from 'react'
import { useVerificationContext } from './VerificationContext.js'

/** Where the server does not verify phone numbers for this purpose, on purpose or for want of a service. */
export function UnsupportedStep() {
  const { verification, wording, slot, takeFocus, moveFocus } = useVerificationContext()
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeFocus()) headingRef.current?.focus()
  }, [takeFocus])
  return (
    <div className={slot('step')}>
      <h2 ref={headingRef} tabIndex={-1} className="mpv-heading">
        {wording.say('unsupported')}
      </h2>
      <p className={slot('text')}>{wording.say('unsupportedHint')}</p>
      <div className={slot('actions')}>
        <button
          className={slot('secondaryButton')}
          type="button"
          onClick={() => {
            moveFocus()
            verification.changeNumber()
          }}
        >
          {wording.say('startOver')}
        </button>
      </div>
    </div>
  )
}
