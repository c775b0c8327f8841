import type { SubmitEvent } from 'react'
import {
  PhoneVerificationForm,
  usePhoneSupport,
  useResetPasswordWithPhone,
  type VerifiedPhone,
} from '../../src/index.js'
import { CardField } from './CardField.js'
import { CardProblem } from './CardProblem.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** A forgotten password: whoever owns the account's number sets a new one, where the server takes a number at all. */
export function PasswordResetScreen() {
  const language = useLanguage()
  const { data: support } = usePhoneSupport({ homeserver: homeserver.baseUrl, purpose: 'resetPassword' })
  const reset = useResetPasswordWithPhone({ homeserver: homeserver.baseUrl })
  const isUnsupported = support?.status === 'unsupported' || reset.error?.kind === 'not-supported'

  const changePassword = (event: SubmitEvent<HTMLFormElement>, phone: VerifiedPhone) => {
    event.preventDefault()
    reset.mutate({ phone, newPassword: textOf(event.currentTarget, 'password') })
  }

  return (
    <div className="screen">
      <main className="card">
        <h1>Reset your password</h1>
        {reset.isSuccess && (
          <p className="card-done" role="status">
            Your password is changed. Sign in with it.
          </p>
        )}
        {isUnsupported && <AnotherWay />}
        {!reset.isSuccess && !isUnsupported && (
          <PhoneVerificationForm
            homeserver={homeserver.baseUrl}
            purpose="resetPassword"
            defaultCountry="GB"
            now={now}
            {...language}
          >
            {({ phone }) => (
              <form className="card-form" onSubmit={(event) => changePassword(event, phone)}>
                <CardField label="New password" name="password" type="password" autoComplete="new-password" />
                <CardProblem error={reset.error} />
                <button className="card-button" type="submit" aria-disabled={reset.isPending}>
                  Change password
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

/** The way on. No Synapse resets a password by phone. */
function AnotherWay() {
  return (
    <>
      <p role="status">This server cannot reset a password with a phone number.</p>
      <a className="card-button" href="#email">
        Reset it by email
      </a>
    </>
  )
}
