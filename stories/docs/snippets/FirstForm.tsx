import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PhoneVerificationForm, useRegisterWithPhone } from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'
import { useState } from 'react'

const homeserver = 'https://matrix.example.org'
const queryClient = new QueryClient()
export function Registration() {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const registration = useRegisterWithPhone({ homeserver })
  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
  return (
    <PhoneVerificationForm homeserver={homeserver} purpose="register">
      {({ phone }) => (
        <form onSubmit={(event) => event.preventDefault()}>
          <input aria-label="Username" onChange={(e) => setUsername(e.target.value)} />
          <input aria-label="Password" type="password" onChange={(e) => setPassword(e.target.value)} />
          <button onClick={() => registration.mutate({ phone, username, password })}>Create account</button>
          {registration.isError && <p role="alert">Choose another username.</p>}
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
