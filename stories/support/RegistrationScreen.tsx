import { useState, type SubmitEventHandler } from 'react'
import { PhoneVerificationForm, useRegisterWithPhone, type VerifiedPhone } from '../../src/index.js'
import { CardField } from './CardField.js'
import { CardProblem } from './CardProblem.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** A registration: the number is verified first, then the account is made with it. */
export function RegistrationScreen() {
  const language = useLanguage()
  const [phone, setPhone] = useState<VerifiedPhone | null>(null)
  const registration = useRegisterWithPhone({
    homeserver: homeserver.baseUrl,
    stages: { 'm.login.terms': () => ({}) },
  })

  const createAccount: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault()
    if (phone === null) return
    const form = event.currentTarget
    registration.mutate({ phone, username: textOf(form, 'username'), password: textOf(form, 'password') })
  }

  return (
    <div className="screen">
      <main className="card">
        <h1>Create your account</h1>
        {registration.data !== undefined ? (
          <p className="card-done" role="status">
            Welcome, {registration.data.userId}. Your account is ready.
          </p>
        ) : (
          <>
            <PhoneVerificationForm
              homeserver={homeserver.baseUrl}
              purpose="register"
              defaultCountry="GB"
              preferredCountries={['GB', 'IE']}
              now={now}
              {...language}
              onVerified={setPhone}
            />
            {phone !== null && (
              <form className="card-form" onSubmit={createAccount}>
                <CardField label="Username" name="username" autoComplete="username" />
                <CardField label="Password" name="password" type="password" autoComplete="new-password" />
                <CardProblem error={registration.error} />
                <button className="card-button" type="submit" aria-disabled={registration.isPending}>
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
