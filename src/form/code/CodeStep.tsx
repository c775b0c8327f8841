'use client'
import { useId, useRef } from 'react'
import { CodeContext } from './CodeContext.js'
import { CodeBoxes, CodeInput, CodeLabel, SentTo, ServerSentTo } from './codeParts.js'
import { createPart, inStep } from '../shared/createPart.js'
import { Failure } from '../shared/failureParts.js'
import { Actions, Field, FieldError, Hint, Submit } from '../shared/fieldParts.js'
import { Resend } from '../shared/resendParts.js'
import { CodeStatus, Countdown } from '../shared/statusParts.js'
import { useStep } from '../shared/StepContext.js'
import { stepElement } from '../shared/stepElement.js'
import { useCodeForm, type CodeForm } from './useCodeForm.js'
import { useFieldProblem } from '../shared/useFieldProblem.js'
import { useWait } from '../shared/useWait.js'
import type { Wording } from '../shared/wording.js'

/** The second step: the code, and what to do when it does not arrive. */
export const CodeStep = /* @__PURE__ */ createPart(
  'CodeStep',
  'div',
  function useCodeStepShape({ options, wording, problem: given }) {
    const { codeLength, autoSubmit } = options
    const id = useId()
    const code = useCodeForm()
    const focusRef = useRef<HTMLElement>(null)
    const { isAboutCode, isServerErrorAgain, blocked, isSubmitting, retryAt } = code
    const wait = useWait('verify', retryAt, retryAt)
    const refusal = wait.isOver ? null : code.refusal
    const refused = isAboutCode && refusal !== null ? wording.explain(refusal) : null
    const own = codeProblem(code, codeLength, wording) ?? refused
    const problem = own ?? given
    useFieldProblem(blocked ?? refusal ?? given, refusal === null ? problem : own, code.field, true)
    const submit = () => {
      if (options.disabled !== true) code.submit()
    }
    const children = (
      <>
        <CodeEntry />
        <Resend />
      </>
    )
    return {
      props: { className: 'mpv-steps', children },
      provide: {
        id,
        submit,
        action: 'verify',
        isBusy: isSubmitting,
        focusRef,
        hint: [
          codeLength !== undefined && wording.say('codeLength', { count: codeLength }),
          // The hint warns a person whose last key submits the code.
          wording.say(
            autoSubmit === 'complete' && codeLength !== undefined ? 'codeHintComplete' : 'codeHint',
          ),
        ]
          .filter(Boolean)
          .join(' '),
        problem,
        failure: isAboutCode ? null : refusal,
        failureText: isServerErrorAgain ? wording.say('errorServerAgain') : undefined,
        retry: code.submit,
        countdown: wait.countdown,
      },
      within: (step) => <CodeContext.Provider value={code}>{step}</CodeContext.Provider>,
    }
  },
  inStep('code'),
)

/** The message about what is wrong with the typed code; null if nothing is. */
function codeProblem({ reason }: CodeForm, codeLength: number | undefined, wording: Wording): string | null {
  if (reason === null) return null
  return reason === 'missing'
    ? wording.say('codeMissing')
    : wording.say('codeTooLong', { count: codeLength ?? 0 })
}

/** The code field, with the number that the code was sent to and the button that verifies the code. */
export const CodeEntry = /* @__PURE__ */ createPart('CodeEntry', 'form', function useCodeEntryShape({ as }) {
  const { tag, props } = stepElement(as, useStep().submit)
  return { tag, slot: 'step', props: { ...props, children: <CodeEntryParts /> } }
})

function CodeEntryParts() {
  return (
    <>
      <SentTo />
      <ServerSentTo />
      <Field>
        <CodeLabel />
        <CodeBoxes>
          <CodeInput />
        </CodeBoxes>
        <Hint />
        <FieldError />
      </Field>
      <Actions>
        <Submit />
      </Actions>
      <Failure />
      <Countdown />
      <CodeStatus />
    </>
  )
}
