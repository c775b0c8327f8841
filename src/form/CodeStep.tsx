'use client'
import { useId, useRef } from 'react'
import { CodeBoxes } from './CodeBoxes.js'
import { ErrorPanel } from './ErrorPanel.js'
import { ResendPanel } from './ResendPanel.js'
import { StepForm } from './StepForm.js'
import { Marked, NumberText } from './Text.js'
import { useCodeForm } from './useCodeForm.js'
import { useVerificationContext } from './VerificationContext.js'

/** The second step: one real input for the code, and what to do when it does not come. */
export function CodeStep() {
  const { verification, options, wording, slot } = useVerificationContext()
  const { say } = wording
  const id = useId()
  const code = useCodeForm()
  const verifyRef = useRef<HTMLButtonElement>(null)
  if (verification.step !== 'code') return null
  const { sentTo, resendAt } = verification
  const { codeLength, purpose, disabled = false } = options
  const { refusal, isAboutCode } = code
  const refused = isAboutCode && refusal !== null ? wording.explain(refusal) : null
  const problem = code.isMissing ? say('codeMissing') : refused
  return (
    <div className="mpv-steps">
      <StepForm onSubmit={() => !disabled && void code.submit()}>
        <p className={slot('text')} id={`${id}sent`}>
          <NumberText message={purpose === 'resetPassword' ? 'sentToIfAccount' : 'sentTo'} number={sentTo} />
        </p>
        {sentTo.echo !== null && (
          <p className={slot('warning')} role="alert">
            <Marked>
              <NumberText message="serverSentTo" number={{ ...sentTo, display: sentTo.echo }} />
            </Marked>
          </p>
        )}
        <div className={slot('field')} data-invalid={problem !== null || undefined}>
          <label className={slot('label')} htmlFor={`${id}code`}>
            {say('verificationCode')}
          </label>
          <CodeBoxes length={codeLength}>
            <input
              {...code.field}
              id={`${id}code`}
              className={slot('codeInput')}
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              translate="no"
              enterKeyHint="done"
              dir="ltr"
              disabled={disabled}
              aria-invalid={problem !== null || undefined}
              aria-describedby={`${id}${problem === null ? 'hint' : 'error'} ${id}sent`}
            />
          </CodeBoxes>
          {problem === null ? (
            <p id={`${id}hint`} className={slot('hint')}>
              {say('codeHint')}
            </p>
          ) : (
            <p id={`${id}error`} className={slot('error')} role="alert">
              <Marked>{problem}</Marked>
            </p>
          )}
        </div>
        <div className={slot('actions')}>
          <button
            ref={verifyRef}
            className={slot('primaryButton')}
            type="submit"
            disabled={disabled}
            aria-disabled={code.isSubmitting}
          >
            {say('verify')}
          </button>
        </div>
        <ErrorPanel
          error={isAboutCode ? null : refusal}
          onRetry={() => void code.submit()}
          focusRef={verifyRef}
        />
        {/* There even when empty, or a screen reader does not hear what comes into it. */}
        <p className={slot('status')} role="status">
          {code.isSubmitting && say('verifying')}
        </p>
      </StepForm>
      <ResendPanel sentTo={sentTo} resendAt={resendAt} />
    </div>
  )
}
