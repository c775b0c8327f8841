'use client'
import { useEffect, useRef, type RefObject } from 'react'
import { Digits, Marked, NumberText } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** Props of {@link NumberRemarkPanel}. */
export interface NumberRemarkPanelProps {
  /** Takes the focus of a button that goes away when it is pressed. */
  focusRef: RefObject<HTMLElement | null>
}

/** The question which number was meant, or the warning that it may not get text messages. */
export function NumberRemarkPanel({ focusRef }: NumberRemarkPanelProps) {
  const { number, wording, slot, options } = useVerificationContext()
  const { remark, choose, sendAnyway } = number
  const { disabled } = options
  const panelRef = useRef<HTMLDivElement>(null)
  // Who pressed "Send code" is led to what has to be answered, also when it was there before.
  useEffect(() => {
    if (remark?.isSending === true) panelRef.current?.focus()
  }, [remark])

  if (remark === null) return null
  const answer = (action: () => Promise<void>) => () => {
    focusRef.current?.focus()
    void action()
  }
  if (remark.type === 'warning') {
    return (
      <div ref={panelRef} tabIndex={-1} className={slot('warning')} role="alert">
        <p className="mpv-remark">
          <Marked>
            <NumberText message="notMobile" number={remark.number} />
          </Marked>
        </p>
        <button
          className={slot('secondaryButton')}
          type="button"
          disabled={disabled}
          onClick={answer(sendAnyway)}
        >
          {wording.say('sendAnyway')}
        </button>
      </div>
    )
  }
  const [first, second] = remark.candidates
  return (
    <div ref={panelRef} tabIndex={-1} className={slot('warning')} role="alert">
      <p className="mpv-remark">
        <Marked>
          {first !== undefined && second === undefined ? (
            <NumberText message="didYouMean" number={first} />
          ) : (
            wording.say('whichNumber')
          )}
        </Marked>
      </p>
      {remark.candidates.map((candidate) => (
        <button
          key={candidate.phoneNumber}
          className={slot('secondaryButton')}
          type="button"
          disabled={disabled}
          onClick={answer(() => choose(candidate))}
        >
          <Digits>{candidate.display}</Digits> {wording.countryName(candidate.country)}
        </button>
      ))}
    </div>
  )
}
