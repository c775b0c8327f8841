'use client'
import {
  describeError,
  describeInvalidNumber,
  parsePhoneNumber,
  usePhoneVerification,
  useRegisterWithPhone,
  type ParsedPhoneNumber,
  type PhoneNumber,
} from 'matrix-phone-verification'
import { useState } from 'react'
import { describeAccountError } from './describeAccountError.js'
import { NumberQuestion } from './NumberQuestion.js'
import { OneField } from './OneField.js'
import { Resend } from './Resend.js'

const homeserver = 'https://matrix.example.org'

/** Your own inputs on the hook alone: one screen for each step. */
export function OwnInterface() {
  const verification = usePhoneVerification({ homeserver, purpose: 'register' })
  const registration = useRegisterWithPhone({ homeserver })
  const [number, setNumber] = useState<ParsedPhoneNumber | null>(null)

  const send = async (typed: string) => {
    const parsed = await parsePhoneNumber(typed, 'GB')
    setNumber(parsed)
    // Ask before a text goes to a stranger, or to a landline.
    if (parsed.status === 'ok' && !parsed.warning && !parsed.suggestions) await verification.send(parsed)
  }
  const sendChosen = (chosen: PhoneNumber) => {
    setNumber(null)
    void verification.send(chosen)
  }
  const changeNumber = () => {
    registration.reset()
    verification.changeNumber()
  }

  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>

  const { isPending, error } = verification
  const refusal = error && describeError(error)
  switch (verification.step) {
    case 'number':
      return (
        <OneField
          key="number"
          label="Phone number"
          type="tel"
          autoComplete="tel"
          defaultValue={verification.lastNumber?.display}
          problem={number?.status === 'invalid' ? describeInvalidNumber(number.reason) : refusal}
          button="Send code"
          isPending={isPending}
          onText={(typed) => void send(typed)}
        >
          <NumberQuestion number={number} onChoose={sendChosen} />
        </OneField>
      )
    case 'code':
      return (
        <>
          <p>We texted a code to {verification.sentTo.display}.</p>
          <OneField
            key="code"
            label="Verification code"
            inputMode="numeric"
            autoComplete="one-time-code"
            problem={refusal}
            button="Verify"
            isPending={isPending}
            onText={(code) => void verification.verify(code)}
          />
          <Resend resendAt={verification.resendAt} onResend={() => void verification.resend()} />
          <button onClick={changeNumber}>Change number</button>
        </>
      )
    case 'unsupported':
      return <p>This server can’t verify phone numbers.</p>
    case 'external':
    case 'verified': {
      const { phone, sentTo, step } = verification
      // Only the server knows whether the person followed the link. Until then it refuses the proof.
      const isUnconfirmed = step === 'external' && registration.error?.recovery === 'verify-again'
      return (
        <>
          {step === 'external' && (
            <p>Follow the link in the text to {sentTo.display}, then come back here.</p>
          )}
          <OneField
            key="username"
            label="Username"
            autoComplete="username"
            problem={
              isUnconfirmed
                ? 'Your number isn’t confirmed yet. Follow the link in the text, then try again.'
                : registration.error && describeAccountError(registration.error)
            }
            button="Create account"
            isPending={registration.isPending}
            onText={(username) => registration.mutate({ phone, username })}
          />
          {verification.step === 'external' && (
            <>
              {refusal !== null && <p role="alert">{refusal}</p>}
              <Resend resendAt={verification.resendAt} onResend={() => void verification.resend()} />
            </>
          )}
          <button onClick={changeNumber}>Change number</button>
        </>
      )
    }
  }
}
