import { useState, type SubmitEventHandler } from 'react'
import { PhoneVerificationForm, type VerifiedPhone } from '../../src/index.js'
import { resetPassword } from './account.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** A forgotten password: whoever owns the account's number sets a new one. */
export function PasswordResetScreen() {
  const [phone, setPhone] = useState<VerifiedPhone | null>(null)
  const [outcome, setOutcome] = useState<{ isDone: boolean; text: string } | null>(null)

  const changePassword: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault()
    if (phone === null) return
    const password = textOf(event.currentTarget, 'password')
    void resetPassword(phone, password).then(({ status, body }) => {
      const isDone = status === 200
      setOutcome({
        isDone,
        text: isDone ? 'Your password is changed. Sign in with it.' : String(body['error']),
      })
    })
  }

  return (
    <div className="screen">
      <main className="card">
        <h1>Reset your password</h1>
        {outcome?.isDone === true ? (
          <p className="card-done" role="status">
            {outcome.text}
          </p>
        ) : (
          <>
            <PhoneVerificationForm
              homeserver={homeserver.baseUrl}
              purpose="resetPassword"
              defaultCountry="GB"
              now={now}
              onVerified={setPhone}
            />
            {phone !== null && (
              <form className="card-form" onSubmit={changePassword}>
                <div>
                  <label htmlFor="password">New password</label>
                  <input
                    className="card-input"
                    id="password"
                    name="password"
                    type="password"
                    autoComplete="new-password"
                    required
                  />
                </div>
                {outcome !== null && (
                  <p className="card-problem" role="alert">
                    {outcome.text}
                  </p>
                )}
                <button className="card-button" type="submit">
                  Change password
                </button>
              </form>
            )}
          </>
        )}
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}
