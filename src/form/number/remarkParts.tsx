'use client'
import { useRef, type ReactElement, type ReactNode } from 'react'
import { useNumber } from './NumberContext.js'
import { createPart, type PartProps } from '../shared/createPart.js'
import { useStep } from '../shared/StepContext.js'
import { Marked, NumberText } from '../shared/Text.js'
import { useHappening } from '../shared/useSaid.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** Asks which number was meant, or warns that it may not receive text messages. Renders nothing otherwise. */
export const Remark = /* @__PURE__ */ createPart(
  'Remark',
  'div',
  function useRemarkShape({ announce, takeFocus }) {
    const { remark } = useNumber()
    const { id } = useStep()
    const panelRef = useRef<HTMLDivElement>(null)
    // If the person pressed "Send code", the question takes the focus, even if it was there before. Otherwise it is
    // announced.
    useHappening(remark, () => {
      const panel = panelRef.current
      if (remark?.isSending === true && takeFocus()) panel?.focus()
      // An element of the app's may have an icon before the text.
      else announce((panel?.querySelector(`[id="${id}remark"]`) ?? panel)?.textContent ?? '')
    })
    const children = (
      <>
        <RemarkText />
        <RemarkAnswers />
      </>
    )
    // Screen readers read only the name of a group when it receives the focus.
    const group = { role: 'group', 'aria-labelledby': `${id}remark` }
    return { slot: 'warning', props: { ref: panelRef, tabIndex: -1, ...group, children } }
  },
  function useRemarkIsThere() {
    return useNumber().remark !== null
  },
)

/** The text of the question or the warning; of both if another number than the typed one may be meant. */
export const RemarkText = /* @__PURE__ */ createPart(
  'RemarkText',
  'p',
  function useRemarkTextShape({ wording }) {
    const { remark } = useNumber()
    const { id } = useStep()
    if (remark === null) return null
    const [first, second] = remark.candidates
    const words = (
      <>
        {remark.type === 'warning' && remark.isOdd && (
          <NumberText message="notMobile" number={remark.number} />
        )}{' '}
        {first !== undefined &&
          (second === undefined ? (
            <NumberText message="didYouMean" number={first} />
          ) : (
            wording.say('whichNumber')
          ))}
      </>
    )
    return { props: { id: `${id}remark`, className: 'mpv-remark', children: <Marked>{words}</Marked> } }
  },
)

/** A button for each answer: the numbers that may be meant, and "Send anyway" below a warning. */
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
