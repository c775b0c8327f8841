import { useState, useSyncExternalStore, type SubmitEventHandler } from 'react'
import { PhoneVerificationForm, type VerifiedPhone } from '../../src/index.js'
import { addPhone } from './account.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** Settings of an account: a verified number is added to it, and its password proves who asks. */
export function AddPhoneScreen({ accessToken, userId }: { accessToken: string; userId: string }) {
  const [phone, setPhone] = useState<VerifiedPhone | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const accounts = useSyncExternalStore(homeserver.subscribe, () => homeserver.accounts)
  const numbers = accounts.find((account) => account.userId === userId)?.phoneNumbers ?? []
  const isAdded = phone !== null && numbers.includes(phone.phoneNumber)

  const confirm: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault()
    if (phone === null) return
    const password = textOf(event.currentTarget, 'password')
    void addPhone(phone, { accessToken, userId, password }).then(({ status, body }) =>
      setProblem(status === 200 ? null : String(body['error'])),
    )
  }

  return (
    <div className="screen">
      <main className="card">
        <h1>Phone numbers</h1>
        {numbers.length === 0 ? (
          <p>This account has no phone number yet.</p>
        ) : (
          <ul className="card-list" aria-label="Your phone numbers">
            {numbers.map((number) => (
              <li key={number}>
                <bdi dir="ltr">{number}</bdi>
              </li>
            ))}
          </ul>
        )}
        {isAdded ? (
          <p className="card-done" role="status">
            The number is added to your account.
          </p>
        ) : (
          <PhoneVerificationForm
            homeserver={homeserver.baseUrl}
            purpose="addToAccount"
            defaultCountry="GB"
            now={now}
            onVerified={setPhone}
          />
        )}
        {phone !== null && !isAdded && (
          <form className="card-form" onSubmit={confirm}>
            <div>
              <label htmlFor="password">Your password</label>
              <input
                className="card-input"
                id="password"
                name="password"
                type="password"
                autoComplete="current-password"
                required
              />
            </div>
            {problem !== null && (
              <p className="card-problem" role="alert">
                {problem}
              </p>
            )}
            <button className="card-button" type="submit">
              Add this number
            </button>
          </form>
        )}
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}
