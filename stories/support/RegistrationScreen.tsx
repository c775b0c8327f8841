import { useState, type SubmitEventHandler } from 'react'
import { PhoneVerificationForm, type VerifiedPhone } from '../../src/index.js'
import { register } from './account.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** A registration: the number is verified first, then the account is made with it. */
export function RegistrationScreen() {
  const [phone, setPhone] = useState<VerifiedPhone | null>(null)
  const [userId, setUserId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const createAccount: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault()
    if (phone === null) return
    const form = event.currentTarget
    void register(phone, textOf(form, 'username'), textOf(form, 'password')).then(({ status, body }) => {
      if (status === 200) setUserId(String(body['user_id']))
      else setProblem(String(body['error']))
    })
  }

  return (
    <div className="screen">
      <main className="card">
        <h1>Create your account</h1>
        {userId !== null ? (
          <p className="card-done" role="status">
            Welcome, {userId}. Your account is ready.
          </p>
        ) : (
          <>
            <PhoneVerificationForm
              homeserver={homeserver.baseUrl}
              purpose="register"
              defaultCountry="GB"
              preferredCountries={['GB', 'IE']}
              now={now}
              onVerified={setPhone}
            />
            {phone !== null && (
              <form className="card-form" onSubmit={createAccount}>
                <div>
                  <label htmlFor="username">Username</label>
                  <input
                    className="card-input"
                    id="username"
                    name="username"
                    autoComplete="username"
                    required
                  />
                </div>
                <div>
                  <label htmlFor="password">Password</label>
                  <input
                    className="card-input"
                    id="password"
                    name="password"
                    type="password"
                    autoComplete="new-password"
                    required
                  />
                </div>
                {problem !== null && (
                  <p className="card-problem" role="alert">
                    {problem}
                  </p>
                )}
                <button className="card-button" type="submit">
                  Create account
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
