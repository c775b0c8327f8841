import { useState, type SubmitEventHandler } from 'react'
import {
  describeError,
  describeInvalidNumber,
  parsePhoneNumber,
  usePhoneVerification,
  type ParsedPhoneNumber,
  type PhoneVerificationOptions,
} from '../../src/index.js'
import { textOf } from './textOf.js'

/** Inputs of the app's own, on the hook alone: no styles and no phone field of the library, but its words for errors. */
export function HeadlessForm(options: PhoneVerificationOptions) {
  const verification = usePhoneVerification(options)
  const [problem, setProblem] = useState<string | null>(null)

  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault()
    if (verification.step === 'code') void verification.verify(textOf(event.currentTarget, 'code'))
    else void send(textOf(event.currentTarget, 'number'))
  }

  const send = async (typed: string) => {
    const number = await parsePhoneNumber(typed, 'GB')
    setProblem(problemOf(number))
    if (number.status === 'ok') await verification.send(number)
  }

  if (verification.step === 'verified') {
    return (
      <p className="card-done">
        <Digits>{verification.sentTo.display}</Digits> is verified.
      </p>
    )
  }
  const isCode = verification.step === 'code'
  const words = problem ?? (verification.error && describeError(verification.error))
  return (
    <form className="card-form" onSubmit={submit}>
      {verification.step === 'code' && (
        <p>
          A code is on its way to <Digits>{verification.sentTo.display}</Digits>.
        </p>
      )}
      <label key={verification.step}>
        {isCode ? 'Verification code' : 'Phone number'}
        <input
          className="card-input"
          name={isCode ? 'code' : 'number'}
          type={isCode ? 'text' : 'tel'}
          inputMode={isCode ? 'numeric' : undefined}
          autoComplete={isCode ? 'one-time-code' : 'tel'}
        />
      </label>
      {words !== null && (
        <p className="card-problem" role="alert">
          {words}
        </p>
      )}
      <button className="card-button" type="submit" aria-disabled={verification.isPending}>
        {isCode ? 'Verify' : 'Send code'}
      </button>
    </form>
  )
}

/** Why a number is not sent; it can be two, and then the person has to say more. */
function problemOf(number: ParsedPhoneNumber): string | null {
  if (number.status === 'invalid') return describeInvalidNumber(number.reason)
  return number.status === 'ambiguous' ? 'Write it with + and the country code.' : null
}

/** A number reads from left to right in any language, and no translation tool takes it for words. */
function Digits({ children }: { children: string }) {
  return (
    <bdi dir="ltr" translate="no">
      {children}
    </bdi>
  )
}
