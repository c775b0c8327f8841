'use client'
import { useId, useRef } from 'react'
import { createPart, inStep } from '../shared/createPart.js'
import { Failure, FieldRecovery } from '../shared/failureParts.js'
import { Actions, Field, FieldError, Hint, Submit } from '../shared/fieldParts.js'
import { Country, CountryLabel, NumberInput, NumberLabel, NumberRow } from './numberParts.js'
import { ExampleNumber } from './ExampleNumber.js'
import { useNumber } from './NumberContext.js'
import { isAboutNumber, numberProblem } from './numberProblem.js'
import { Remark } from './remarkParts.js'
import { StopSending } from './StopSending.js'
import { Countdown, SendingStatus } from '../shared/statusParts.js'
import { stepElement } from '../shared/stepElement.js'
import { useFieldProblem } from '../shared/useFieldProblem.js'
import { useWait } from '../shared/useWait.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** The first step: the country, the number, and the button that sends the SMS. */
export const NumberStep = /* @__PURE__ */ createPart(
  'NumberStep',
  'form',
  function useNumberStepShape(context) {
    const number = useNumber()
    const { verification, options, wording, moveFocus, takeFocus, as } = context
    const { field, reason } = number
    // The wait holds for other numbers, too.
    const retryAt = verification.error?.retryAt ?? 0
    const wait = useWait('send', retryAt, retryAt)
    const refusal = wait.isOver ? null : number.refusal
    const id = useId()
    const focusRef = useRef<HTMLElement>(null)
    // Pressing a button takes the focus from the number field. A message that appears at that moment would move the
    // button away from the pointer.
    const isPressingRef = useRef(false)
    const isBusy = verification.isPending || number.isReading
    const isRefused = reason === null && isAboutNumber(number)

    const own = numberProblem(number, wording)
    const problem = own ?? context.problem
    useFieldProblem(number.blocked ?? refusal ?? context.problem, refusal === null ? problem : own, field)

    const submit = () => {
      if (isBusy || options.disabled === true) return
      wait.say()
      // If the number is not sent, the focus moves to the field or to a question.
      moveFocus()
      void number.submit()
    }
    const { tag, props } = stepElement(as, submit)
    return {
      tag,
      slot: 'step',
      props: {
        ...props,
        onPointerDownCapture: ({ target }) => {
          isPressingRef.current = 'closest' in target && (target as Element).closest('button') !== null
        },
        onFocusCapture: () => {
          isPressingRef.current = false
        },
        children: <NumberStepParts />,
      },
      provide: {
        id,
        submit,
        action: 'sendCode',
        isBusy,
        focusRef,
        hint: (
          <>
            {wording.say('phoneNumberHint')}
            {options.exampleNumber === true && <ExampleNumber />}
          </>
        ),
        problem,
        refusal: isRefused ? refusal : null,
        failure: reason === null && !isRefused ? refusal : null,
        retry: () => void number.submit(),
        leave: () => {
          if (isBusy || isPressingRef.current) return
          // A person who moves on to another field keeps the focus there.
          takeFocus()
          void number.leave()
        },
        countdown: wait.countdown,
      },
    }
  },
  inStep('number'),
)

function NumberStepParts() {
  const { layout } = useVerificationContext().options
  return (
    <>
      <Field>
        <CountryLabel />
        {layout !== 'row' && <Country />}
        <NumberLabel />
        {layout === 'row' ? (
          <NumberRow>
            <Country />
            <NumberInput />
          </NumberRow>
        ) : (
          <NumberInput />
        )}
        <Hint />
        <FieldError />
      </Field>
      <FieldRecovery />
      <Actions>
        <Submit />
      </Actions>
      {/* Below the button, so that the button does not move before a second press. */}
      <Remark />
      <Failure />
      <Countdown />
      <SendingStatus />
      <StopSending />
    </>
  )
}
