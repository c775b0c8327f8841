'use client'
import {
  describeError,
  describeInvalidNumber,
  parsePhoneNumber,
  usePhoneVerification,
  useRegisterWithPhone,
  type ParsedPhoneNumber,
} from 'matrix-phone-verification'
import { useState } from 'react'
import { NumberQuestion } from './NumberQuestion.js'

const homeserver = 'https://matrix.example.org'

/** Your own inputs on the hook alone: one screen for each step. */
export function OwnInterface() {
  const verification = usePhoneVerification({ homeserver, purpose: 'register' })
  const registration = useRegisterWithPhone({ homeserver })
  const [typed, setTyped] = useState('')
  const [number, setNumber] = useState<ParsedPhoneNumber | null>(null)

  const send = async () => {
    const parsed = await parsePhoneNumber(typed, 'GB')
    setNumber(parsed)
    // Ask before a text goes to a stranger, or to a landline.
    if (parsed.status === 'ok' && !parsed.warning && !parsed.suggestions) await verification.send(parsed)
  }

  const problem =
    number?.status === 'invalid'
      ? describeInvalidNumber(number.reason)
      : verification.error && describeError(verification.error)

  switch (verification.step) {
    case 'number':
      return (
        <>
          <label>
            Phone number
            <input type="tel" autoComplete="tel" onChange={(event) => setTyped(event.target.value)} />
          </label>
          <NumberQuestion number={number} onChoose={(chosen) => void verification.send(chosen)} />
          {problem && <p role="alert">{problem}</p>}
          <button aria-disabled={verification.isPending} onClick={() => void send()}>
            Send code
          </button>
        </>
      )
    case 'code':
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void verification.verify(typed)
          }}
        >
          <p>We texted a code to {verification.sentTo.display}.</p>
          <label>
            Verification code
            <input
              key="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          {problem && <p role="alert">{problem}</p>}
          <button aria-disabled={verification.isPending}>Verify</button>
          <button type="button" onClick={verification.changeNumber}>
            Change number
          </button>
        </form>
      )
    case 'external':
      return <p>Follow the link in the message we sent to {verification.sentTo.display}.</p>
    case 'unsupported':
      return <p>This server can’t verify phone numbers.</p>
    case 'verified':
      if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
      return (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            registration.mutate({ phone: verification.phone, username: typed })
          }}
        >
          <label>
            Username
            <input key="username" required onChange={(event) => setTyped(event.target.value)} />
          </label>
          {registration.isError && <p role="alert">Choose another username.</p>}
          <button>Create account</button>
        </form>
      )
  }
}
