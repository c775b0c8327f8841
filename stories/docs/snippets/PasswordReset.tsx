'use client'
import {
  PhoneVerificationForm,
  usePhoneSupport,
  useResetPasswordWithPhone,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useState, type ReactNode } from 'react'
import { describeAccountError } from './describeAccountError.js'

const homeserver = 'https://matrix.example.org'

/** A forgotten password. No Synapse resets one by phone, so there has to be another way. */
export function PasswordReset({ otherWay }: { otherWay: ReactNode }) {
  const { data: support } = usePhoneSupport({ homeserver, purpose: 'resetPassword' })
  const [password, setPassword] = useState('')
  const reset = useResetPasswordWithPhone({ homeserver })

  const changePassword = (phone: VerifiedPhone) => {
    reset.mutate({ phone, newPassword: password })
  }

  if (support === undefined) return <p>One moment …</p>
  if (support.status === 'unsupported' || reset.error?.kind === 'not-supported') return otherWay
  if (reset.isSuccess) return <p role="status">Your password is changed. Sign in with it.</p>
  return (
    <PhoneVerificationForm homeserver={homeserver} purpose="resetPassword" onVerified={reset.reset}>
      {({ phone }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            changePassword(phone)
          }}
        >
          <label>
            New password
            <input
              type="password"
              autoComplete="new-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          {reset.error && <p role="alert">{describeAccountError(reset.error)}</p>}
          <button disabled={reset.isPending}>Change password</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}
