'use client'
import { useId, useRef } from 'react'
import { CodeBoxes, CodeInput, CodeLabel, SentTo, ServerSentTo } from './codeParts.js'
import { createPart, inStep } from './createPart.js'
import { Failure } from './failureParts.js'
import { Actions, Field, FieldError, Hint, Submit } from './fieldParts.js'
import { Resend } from './resendParts.js'
import { CodeStatus } from './statusParts.js'
import { useStep } from './StepContext.js'
import { stepElement } from './stepElement.js'
import { useCodeForm } from './useCodeForm.js'

/** The second step: the code, and what to do when it does not come. */
export const CodeStep = createPart(
  'CodeStep',
  'div',
  ({ options, wording, problem }) => {
    const id = useId()
    const code = useCodeForm()
    const focusRef = useRef<HTMLElement>(null)
    const { refusal, isAboutCode, isMissing, isSubmitting } = code
    const refused = isAboutCode && refusal !== null ? wording.explain(refusal) : null
    const submit = () => {
      if (options.disabled !== true) void code.submit()
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
        isBusy: isSubmitting,
        focusRef,
        problem: isMissing ? wording.say('codeMissing') : (refused ?? problem),
        failure: isAboutCode ? null : refusal,
        retry: () => void code.submit(),
        code,
      },
    }
  },
  inStep('code'),
)

/** The code, with where it went and the button that checks it. */
export const CodeEntry = createPart('CodeEntry', 'form', ({ as }) => {
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
      <CodeStatus />
    </>
  )
}
