import type { ReactNode } from 'react'
import { PhoneVerificationForm, usePhoneSupport, type PhoneSupport } from '../../src/index.js'
import { useLanguage } from './language.js'
import { homeserver, now } from './simulated.js'

/** Settings that ask the homeserver first, and then show the form, explain why there is none, or hide the section. */
export function OptionalPhoneScreen({ hides = false }: { hides?: boolean }) {
  const language = useLanguage()
  const { data: support } = usePhoneSupport({ homeserver: homeserver.baseUrl, purpose: 'register' })
  if (support === undefined) return <Screen isBusy />
  switch (support.status) {
    case 'unsupported':
      return <Screen>{hides ? null : <Reason support={support} />}</Screen>
    // An unknown answer is no refusal: the form says itself what the server does in the end.
    case 'unknown':
    case 'supported':
      return (
        <Screen>
          <section className="card-form" aria-labelledby="phone">
            <h2 className="card-heading" id="phone">
              Your phone
            </h2>
            {support.status === 'supported' && !support.isRequired && <p>You can do this later, too.</p>}
            <PhoneVerificationForm
              homeserver={homeserver.baseUrl}
              purpose="register"
              defaultCountry="GB"
              now={now}
              {...language}
            />
          </section>
        </Screen>
      )
  }
}

function Screen({ children, isBusy = false }: { children?: ReactNode; isBusy?: boolean }) {
  return (
    <div className="screen">
      <main className="card" aria-busy={isBusy}>
        <h1>Create your account</h1>
        {children}
        <a className="card-button" href="#next">
          Go on
        </a>
      </main>
    </div>
  )
}

function Reason({ support }: { support: Extract<PhoneSupport, { status: 'unsupported' }> }) {
  switch (support.reason) {
    case 'oauth':
      return (
        <>
          <p role="status">Accounts of this server are kept elsewhere.</p>
          {support.accountUrl !== undefined && (
            <a className="card-button" href={support.accountUrl}>
              Add your number there
            </a>
          )}
        </>
      )
    case 'registration-closed':
      return <p role="status">Nobody can register on this server.</p>
    case 'change-forbidden':
    case 'no-phone':
    case 'no-endpoint':
      return <p role="status">This server takes no phone numbers.</p>
  }
}
