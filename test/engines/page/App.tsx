import { PhoneVerificationForm, useRegisterWithPhone, type VerifiedPhone } from '../../../src/index.js'

/** A registration on the homeserver of its own origin, with what the query of its address asks for. */
export function App({ wanted }: { wanted: URLSearchParams }) {
  const codeLength = wanted.get('codeLength')
  const maxAge = wanted.get('maxAge')
  return (
    <>
      <h1>Create your account</h1>
      <PhoneVerificationForm
        homeserver={location.origin}
        purpose="register"
        defaultCountry={wanted.get('country') ?? 'GB'}
        resendDelay={0}
        maxAge={maxAge === null ? undefined : Number(maxAge)}
        storage={wanted.has('storeNothing') ? false : undefined}
        countrySelect={wanted.get('countrySelect') === 'search' ? 'search' : 'native'}
        codeLength={codeLength === null ? undefined : Number(codeLength)}
        onVerified={(phone, { resumed }) => {
          window.heard.push({ phone, resumed })
        }}
      >
        {({ phone }) => <Account phone={phone} />}
      </PhoneVerificationForm>
      {wanted.has('links') && <a href="?links&second">Elsewhere</a>}
    </>
  )
}

function Account({ phone }: { phone: VerifiedPhone }) {
  const registration = useRegisterWithPhone({ homeserver: location.origin })
  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        const text = (name: string) => fields.get(name) as string
        registration.mutate({ phone, username: text('username'), password: text('password') })
      }}
    >
      <label>
        Username <input name="username" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="new-password" required />
      </label>
      <button>Create account</button>
    </form>
  )
}
