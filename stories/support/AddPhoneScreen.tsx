import { useState, useSyncExternalStore, type SubmitEvent } from 'react'
import {
  createMatrixClient,
  PhoneVerificationForm,
  useAddPhoneToAccount,
  type VerifiedPhone,
} from '../../src/index.js'
import { CardField } from './CardField.js'
import { CardProblem } from './CardProblem.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'
import { SimulatedPhone } from './SimulatedPhone.js'
import { textOf } from './textOf.js'

/** Settings of an account: a verified number is added to it, and its password proves who asks. */
export function AddPhoneScreen({ accessToken, userId }: { accessToken: string; userId: string }) {
  const language = useLanguage()
  const [client] = useState(() =>
    createMatrixClient({ baseUrl: homeserver.baseUrl, accessToken, userId, now }),
  )
  const addition = useAddPhoneToAccount({ homeserver: client })
  const accounts = useSyncExternalStore(homeserver.subscribe, () => homeserver.accounts)
  const numbers = accounts.find((account) => account.userId === userId)?.phoneNumbers ?? []

  const confirm = (event: SubmitEvent<HTMLFormElement>, phone: VerifiedPhone) => {
    event.preventDefault()
    addition.mutate({ phone, userId, password: textOf(event.currentTarget, 'password') })
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
        {addition.isSuccess ? (
          <p className="card-done" role="status">
            The number is added to your account.
          </p>
        ) : (
          <PhoneVerificationForm
            homeserver={client}
            purpose="addToAccount"
            defaultCountry="GB"
            now={now}
            {...language}
          >
            {({ phone }) => (
              <form className="card-form" onSubmit={(event) => confirm(event, phone)}>
                <CardField
                  label="Your password"
                  name="password"
                  type="password"
                  autoComplete="current-password"
                />
                <CardProblem error={addition.error} />
                <button className="card-button" type="submit" aria-disabled={addition.isPending}>
                  Add this number
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
