'use client'
import {
  PhoneVerificationForm,
  useRegisterWithPhone,
  type MatrixClient,
  type RegisteredAccount,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useState } from 'react'

interface RegistrationProps {
  homeserver?: string | MatrixClient
  onRegistered?: (account: RegisteredAccount) => void
}

/** The number first, then the account that is made with it. */
export function Registration({ homeserver = 'https://matrix.example.org', onRegistered }: RegistrationProps) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const registration = useRegisterWithPhone({ homeserver, onSuccess: onRegistered })

  const createAccount = (phone: VerifiedPhone) => {
    registration.mutate({ phone, username, password })
  }

  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
  return (
    <PhoneVerificationForm homeserver={homeserver} purpose="register">
      {({ phone }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            createAccount(phone)
          }}
        >
          <label>
            Username
            <input
              autoComplete="username"
              required
              value={username}
              onChange={(event) => setUsername(event.target.value)}
            />
          </label>
          <label>
            Password
            <input
              type="password"
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {registration.isError && <p role="alert">{describe(registration.error?.recovery)}</p>}
          <button disabled={registration.isPending}>Create account</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}

/** The number stays verified whatever went wrong: no one needs another SMS but for `verify-again`. */
function describe(recovery: string | undefined): string {
  // After a reload, the account of a registration whose last answer was lost is there already.
  if (recovery === 'edit-username')
    return 'Choose another username. If you have just created this account, sign in to it.'
  if (recovery === 'edit-password') return 'Choose a longer password.'
  if (recovery === 'sign-in') return 'An account has this number already. Sign in to it.'
  if (recovery === 'verify-again')
    return 'The verification is too old: press “Change number”, and verify it again.'
  return 'That did not work. Try again.'
}
