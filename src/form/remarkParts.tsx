'use client'
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { createPart, type PartProps } from './createPart.js'
import { useStep } from './StepContext.js'
import { Digits, Marked, NumberText } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** The question which number was meant, or the warning that it may not get text messages. There only then. */
export const Remark = /* @__PURE__ */ createPart(
  'Remark',
  'div',
  ({ number: { remark } }) => {
    const panelRef = useRef<HTMLDivElement>(null)
    // Who pressed "Send code" is led to what has to be answered, also when it was there before.
    useEffect(() => {
      if (remark?.isSending === true) panelRef.current?.focus()
    }, [remark])
    const children = (
      <>
        <RemarkText />
        <RemarkAnswers />
      </>
    )
    return { slot: 'warning', props: { ref: panelRef, tabIndex: -1, role: 'alert', children } }
  },
  ({ number: { remark } }) => remark !== null,
)

/** The words of the question or the warning; both where another number may be meant than the one that is typed. */
export const RemarkText = /* @__PURE__ */ createPart('RemarkText', 'p', ({ number: { remark }, wording }) => {
  if (remark === null) return null
  const [first, second] = remark.candidates
  const words = (
    <>
      {remark.type === 'warning' && remark.isOdd && <NumberText message="notMobile" number={remark.number} />}{' '}
      {first !== undefined &&
        (second === undefined ? (
          <NumberText message="didYouMean" number={first} />
        ) : (
          wording.say('whichNumber')
        ))}
    </>
  )
  return { props: { className: 'mpv-remark', children: <Marked>{words}</Marked> } }
})

/** Its answers, a button for each: the numbers that may have been meant, and "Send anyway" below a warning. */
export function RemarkAnswers(props: PartProps<'button'>): ReactNode {
  const { number, wording } = useVerificationContext()
  const { remark, choose, sendAnyway } = number
  if (remark === null) return null
  return (
    <>
      {remark.candidates.map((candidate) => (
        <Answer key={candidate.phoneNumber} {...props} answer={() => choose(candidate)}>
          <Digits>{candidate.display}</Digits> {wording.countryName(candidate.country)}
        </Answer>
      ))}
      {remark.type === 'warning' && (
        <Answer {...props} answer={sendAnyway}>
          {wording.say('sendAnyway')}
        </Answer>
      )}
    </>
  )
}

const AnswerButton = /* @__PURE__ */ createPart('RemarkAnswers', 'button', ({ options }) => ({
  slot: 'secondaryButton',
  props: { type: 'button', disabled: options.disabled },
}))

function Answer({
  answer,
  onClick,
  ...props
}: PartProps<'button'> & { answer: () => Promise<void> }): ReactElement {
  const { focusRef } = useStep()
  return (
    <AnswerButton
      {...props}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented) return
        focusRef.current?.focus()
        void answer()
      }}
    />
  )
}
