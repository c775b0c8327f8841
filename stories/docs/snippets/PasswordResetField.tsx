'use client'
import {
  PhoneVerificationField,
  useResetPasswordWithPhone,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useForm } from 'react-hook-form'
import { describeAccountError } from './describeAccountError.js'

const homeserver = 'https://matrix.example.org'

/** A password reset in a form that is made with react-hook-form already, without a schema. */
export function PasswordResetField() {
  const { control, register, handleSubmit } = useForm<{ password: string; phone: VerifiedPhone | null }>({
    defaultValues: { password: '', phone: null },
  })
  const reset = useResetPasswordWithPhone({ homeserver })

  const submit = handleSubmit(({ phone, password }) => {
    // The field's own rule keeps a form without a verified number from being submitted.
    if (phone !== null) reset.mutate({ phone, newPassword: password })
  })

  if (reset.isSuccess) return <p role="status">Your password is changed. Sign in with it.</p>
  return (
    <form onSubmit={(event) => void submit(event)}>
      <PhoneVerificationField
        name="phone"
        control={control}
        homeserver={homeserver}
        purpose="resetPassword"
        onVerified={reset.reset}
      />
      <label>
        New password
        <input {...register('password', { required: true })} type="password" autoComplete="new-password" />
      </label>
      {reset.error && <p role="alert">{describeAccountError(reset.error)}</p>}
      <button disabled={reset.isPending}>Change password</button>
    </form>
  )
}
