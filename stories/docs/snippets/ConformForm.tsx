'use client'
import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { PhoneVerificationForm, verifiedPhoneSchema, type VerifiedPhone } from 'matrix-phone-verification'
import { z } from 'zod'

const phone = z
  .string('Verify your phone number first.')
  .transform((text) => JSON.parse(text) as VerifiedPhone | null)
const schema = z.object({ username: z.string('Choose a username.'), phone: phone.pipe(verifiedPhoneSchema) })

interface RegistrationProps {
  onRegister: (account: { username: string; phone: VerifiedPhone }) => void
}

/** Conform reads the proof from an input that is there while the number is verified. */
export function Registration({ onRegister }: RegistrationProps) {
  const [form, fields] = useForm({
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status === 'success') onRegister(submission.value)
    },
  })
  return (
    <form {...getFormProps(form)}>
      <PhoneVerificationForm as="fieldset" homeserver="https://matrix.example.org" purpose="register">
        {({ phone }) => <input type="hidden" name={fields.phone.name} value={JSON.stringify(phone)} />}
      </PhoneVerificationForm>
      <p role="alert">{fields.phone.errors}</p>
      <label>
        Username <input name={fields.username.name} autoComplete="username" />
      </label>
      <p role="alert">{fields.username.errors}</p>
      <button>Create account</button>
    </form>
  )
}
