'use client'
import {
  PhoneVerificationForm,
  useRegisterWithPhone,
  type MatrixClient,
  type RegisteredAccount,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useState } from 'react'
import { describeAccountError } from './describeAccountError.js'

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
    <PhoneVerificationForm homeserver={homeserver} purpose="register" onVerified={registration.reset}>
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
          {registration.error && <p role="alert">{describeAccountError(registration.error)}</p>}
          <button disabled={registration.isPending}>Create account</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}
