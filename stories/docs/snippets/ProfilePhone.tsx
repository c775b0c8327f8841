'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import {
  createMatrixClient,
  optionalVerifiedPhoneSchema,
  PhoneVerificationField,
  useAddPhoneToAccount,
  type KnownPhone,
} from 'matrix-phone-verification'
import { useForm, useWatch } from 'react-hook-form'
import * as z from 'zod'
import type { Session } from './AddPhone.js'
import { describeAccountError } from './describeAccountError.js'

const schema = z.object({
  name: z.string().min(1, 'Enter a name.'),
  password: z.string(),
  phone: optionalVerifiedPhoneSchema,
})

/** A profile. Its number is shown, and another one is verified only when the person asks for that. */
export function ProfilePhone({
  session: { baseUrl, userId, accessToken },
  phoneNumber,
  saveName,
}: {
  session: Session
  /** What the account has, in E.164 (`GET /account/3pid` gives it without the plus). */
  phoneNumber: string | null
  saveName: (name: string) => Promise<void>
}) {
  const client = createMatrixClient({ baseUrl, accessToken, userId })
  const known: KnownPhone | null = phoneNumber === null ? null : { phoneNumber }
  const { control, register, handleSubmit, resetField, formState } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: 'Alice', password: '', phone: known },
  })
  const isNew = useWatch({ control, name: 'phone.sid' }) !== undefined
  const addition = useAddPhoneToAccount({ homeserver: client })

  const save = handleSubmit(async ({ name, password, phone }) => {
    await saveName(name)
    if (phone === null) return
    try {
      await addition.mutateAsync({ phone, userId, password })
    } catch {
      return // `addition.error` says why.
    }
    // The proof is used up. From now on it is a number that the account has.
    const { phoneNumber, country } = phone
    resetField('phone', { defaultValue: { phoneNumber, country } })
    resetField('password')
  })

  return (
    <form onSubmit={(event) => void save(event)}>
      <label>
        Name <input {...register('name')} autoComplete="name" />
      </label>
      {formState.errors.name && <p role="alert">{formState.errors.name.message}</p>}
      <PhoneVerificationField
        name="phone"
        control={control}
        label="Your phone"
        homeserver={client}
        purpose="addToAccount"
        onVerified={addition.reset}
      />
      {isNew && (
        <label>
          Your password <input {...register('password')} type="password" autoComplete="current-password" />
        </label>
      )}
      {addition.error && <p role="alert">{describeAccountError(addition.error)}</p>}
      {addition.isSuccess && <p role="status">The number is added.</p>}
      <button disabled={addition.isPending}>Save</button>
    </form>
  )
}
