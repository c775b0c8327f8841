'use client'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { useNumber } from './NumberContext.js'
import { createPart, type PartProps } from '../shared/createPart.js'
import { useStep } from '../shared/StepContext.js'
import { Marked, NumberText } from '../shared/Text.js'
import { useHappening } from '../shared/useSaid.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** The question which number was meant, or the warning that it may not get text messages. There only then. */
export const Remark = /* @__PURE__ */ createPart(
  'Remark',
  'div',
  ({ announce, takeFocus }) => {
    const { remark } = useNumber()
    const { id } = useStep()
    const panelRef = useRef<HTMLDivElement>(null)
    // Who pressed "Send code" is led to what has to be answered, also when it was there before; others are told.
    useHappening(remark, () => {
      const panel = panelRef.current
      if (remark?.isSending === true && takeFocus()) panel?.focus()
      else announce(panel?.firstElementChild?.textContent ?? '')
    })
    const children = (
      <>
        <RemarkText />
        <RemarkAnswers />
      </>
    )
    // A group has a name, which is all that is read when it takes the focus.
    const group = { role: 'group', 'aria-labelledby': `${id}remark` }
    return { slot: 'warning', props: { ref: panelRef, tabIndex: -1, ...group, children } }
  },
  () => useNumber().remark !== null,
)

/** The words of the question or the warning; both where another number may be meant than the one that is typed. */
export const RemarkText = /* @__PURE__ */ createPart('RemarkText', 'p', ({ wording }) => {
  const { remark } = useNumber()
  const { id } = useStep()
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
  return { props: { id: `${id}remark`, className: 'mpv-remark', children: <Marked>{words}</Marked> } }
})

/** Its answers, a button for each: the numbers that may have been meant, and "Send anyway" below a warning. */
export function RemarkAnswers(props: PartProps<'button'>): ReactNode {
  const { wording } = useVerificationContext()
  const { remark, choose, sendAnyway } = useNumber()
  if (remark === null) return null
  return (
    <>
      {remark.candidates.map((candidate) => (
        <AnswerChoice key={candidate.phoneNumber} {...props} answer={() => choose(candidate)}>
          <NumberText message="useNumber" number={candidate} />
        </AnswerChoice>
      ))}
      {remark.type === 'warning' && (
        <AnswerChoice {...props} answer={sendAnyway}>
          {wording.say('sendAnyway')}
        </AnswerChoice>
      )}
    </>
  )
}

const AnswerButton = /* @__PURE__ */ createPart('RemarkAnswers', 'button', ({ options }) => ({
  slot: 'secondaryButton',
  props: { type: 'button', disabled: options.disabled },
}))

function AnswerChoice({
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
