import type { SubmitEvent } from 'react'
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
  const registration = useRegisterWithPhone({
    homeserver: homeserver.baseUrl,
    stages: { 'm.login.terms': () => ({}) },
  })

  const createAccount = (event: SubmitEvent<HTMLFormElement>, phone: VerifiedPhone) => {
    event.preventDefault()
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
          <PhoneVerificationForm
            homeserver={homeserver.baseUrl}
            purpose="register"
            defaultCountry="GB"
            preferredCountries={['GB', 'IE']}
            now={now}
            {...language}
          >
            {({ phone }) => (
              <form className="card-form" onSubmit={(event) => createAccount(event, phone)}>
                <CardField label="Username" name="username" autoComplete="username" />
                <CardField label="Password" name="password" type="password" autoComplete="new-password" />
                <CardProblem error={registration.error} />
                <button className="card-button" type="submit" aria-disabled={registration.isPending}>
                  Create account
                </button>
              </form>
            )}
          </PhoneVerificationForm>
        )}
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}
