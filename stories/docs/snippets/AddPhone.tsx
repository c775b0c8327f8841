'use client'
import {
  createMatrixClient,
  PhoneVerificationForm,
  useAddPhoneToAccount,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useState } from 'react'
import { describeAccountError } from './describeAccountError.js'

/** Who is signed in. */
export interface Session {
  baseUrl: string
  userId: string
  accessToken: string
}

/** Settings of an account: its password proves who adds the number. */
export function AddPhone({ session: { baseUrl, userId, accessToken } }: { session: Session }) {
  // The user ID keeps one account's verification from the next one's.
  const client = createMatrixClient({ baseUrl, accessToken, userId })
  const [password, setPassword] = useState('')
  const addition = useAddPhoneToAccount({ homeserver: client })

  const add = (phone: VerifiedPhone) => {
    addition.mutate({ phone, userId, password })
  }

  if (addition.isSuccess) return <p role="status">The number is added.</p>
  return (
    <PhoneVerificationForm homeserver={client} purpose="addToAccount" onVerified={addition.reset}>
      {({ phone }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            add(phone)
          }}
        >
          <label>
            Your password
            <input
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {addition.error && <p role="alert">{describeAccountError(addition.error)}</p>}
          <button disabled={addition.isPending}>Add this number</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}
