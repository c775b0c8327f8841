'use client'
import { useEffect, useId, useRef } from 'react'
import { steadyNow } from '../hooks/steadyClock.js'
import { createPart, inStep } from './createPart.js'
import { Failure, FieldRecovery } from './failureParts.js'
import { Actions, Field, FieldError, Hint, Submit } from './fieldParts.js'
import { Country, CountryLabel, NumberInput, NumberLabel, NumberRow } from './numberParts.js'
import { isAboutNumber, numberProblem } from './numberProblem.js'
import { Remark } from './remarkParts.js'
import { Countdown, SendingStatus, StopSending } from './statusParts.js'
import { stepElement } from './stepElement.js'
import { useVerificationContext } from './VerificationContext.js'

/** The first step: the country, the number, and the button that sends the SMS. */
export const NumberStep = /* @__PURE__ */ createPart(
  'NumberStep',
  'form',
  (context) => {
    const { number, verification, options, wording, takeFocus, announce, as, problem } = context
    const { form, refusal, reason } = number
    const id = useId()
    const focusRef = useRef<HTMLElement>(null)
    // What is said of the number on leaving it would move the button away from under a press that is under way.
    const isPressingRef = useRef(false)
    const isBusy = verification.isPending || number.isReading
    const isRefused = reason === null && isAboutNumber(number)

    useEffect(() => {
      if (takeFocus()) form.setFocus('phoneNumber', { shouldSelect: true })
    }, [form, takeFocus])

    useEffect(() => {
      if (refusal !== null && takeFocus() && isRefused) form.setFocus('phoneNumber')
    }, [form, refusal, isRefused, takeFocus])

    const retryAt = refusal?.retryAt ?? 0
    const announceWait = () => {
      const seconds = Math.ceil((retryAt - (options.now ?? steadyNow)()) / 1000)
      if (seconds > 0) announce(wording.say('sendInSpoken', { duration: wording.duration(seconds) }))
    }
    const submit = () => {
      if (isBusy || options.disabled === true) return
      announceWait()
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
        isBusy,
        focusRef,
        problem: numberProblem(number, wording) ?? problem,
        refusal: isRefused ? refusal : null,
        failure: reason === null && !isRefused ? refusal : null,
        retry: () => void number.submit(),
        leave: () => {
          if (!isBusy && !isPressingRef.current) void number.leave()
        },
        countdown: { deadline: retryAt, message: 'sendIn' },
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
      {/* Below the button, which stays where it is when a second press follows the first. */}
      <Remark />
      <Failure />
      <Countdown />
      <SendingStatus />
      <StopSending />
    </>
  )
}
