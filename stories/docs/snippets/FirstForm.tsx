import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PhoneVerificationForm, useRegisterWithPhone } from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'
import { useState } from 'react'
const homeserver = 'https://matrix.example.org'
const queryClient = new QueryClient()
const words: Record<string, string> = {
  'edit-username': 'Choose another username.',
  'edit-password': 'Choose a longer password.',
  'sign-in': 'This number has an account. Sign in.',
  'verify-again': 'Change the number, and verify it again.',
}
export function Registration() {
  const [user, setUser] = useState({ username: '', password: '' })
  const registration = useRegisterWithPhone({ homeserver })
  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
  return (
    <PhoneVerificationForm homeserver={homeserver} purpose="register" onVerified={registration.reset}>
      {({ phone }) => (
        <form onSubmit={(event) => event.preventDefault()}>
          <label htmlFor="name">Username</label>
          <input id="name" onChange={(e) => setUser({ ...user, username: e.target.value })} />
          <label htmlFor="pass">Password</label>
          <input id="pass" type="password" onChange={(e) => setUser({ ...user, password: e.target.value })} />
          <button onClick={() => registration.mutate({ phone, ...user })}>Create account</button>
          {registration.error && (
            <p role="alert">{words[registration.error.recovery] ?? 'Try again later.'}</p>
          )}
        </form>
      )}
    </PhoneVerificationForm>
  )
}
export const App = () => (
  <QueryClientProvider client={queryClient}>
    <Registration />
  </QueryClientProvider>
)
