'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import {
  PhoneVerificationField,
  useRegisterWithPhone,
  verifiedPhoneSchema,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { describeAccountError } from './describeAccountError.js'

const homeserver = 'https://matrix.example.org'

const schema = z.object({
  username: z.string().min(1, 'Choose a username.'),
  password: z.string().min(8, 'Use at least 8 characters.'),
  phone: verifiedPhoneSchema,
})

const empty: { username: string; password: string; phone: VerifiedPhone | null } = {
  username: '',
  password: '',
  phone: null,
}

/** The number as one field among others, in a form of your own. */
export function RegistrationField() {
  const { control, register, handleSubmit, formState } = useForm({
    defaultValues: empty,
    resolver: zodResolver(schema),
  })
  const { errors } = formState
  const registration = useRegisterWithPhone({ homeserver })

  if (registration.isSuccess) return <p role="status">Welcome, {registration.data?.userId}.</p>
  return (
    <form onSubmit={(event) => void handleSubmit((account) => registration.mutate(account))(event)}>
      <label>
        Username <input {...register('username')} autoComplete="username" />
      </label>
      {errors.username && <p role="alert">{errors.username.message}</p>}
      <label>
        Password <input {...register('password')} type="password" autoComplete="new-password" />
      </label>
      {errors.password && <p role="alert">{errors.password.message}</p>}
      <PhoneVerificationField
        name="phone"
        control={control}
        label="Your phone"
        homeserver={homeserver}
        purpose="register"
        onVerified={registration.reset}
      />
      {registration.error && <p role="alert">{describeAccountError(registration.error)}</p>}
      <button disabled={registration.isPending}>Create account</button>
    </form>
  )
}
