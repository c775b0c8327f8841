'use client'
import { getFormProps, useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { PhoneVerificationForm, type VerifiedPhone } from 'matrix-phone-verification'
import { z } from 'zod'

const schema = z.object({ username: z.string('Choose a username.') })

interface RegistrationProps {
  onRegister: (account: { username: string; phone: VerifiedPhone }) => void
}

/** Conform checks the inputs. The proof is in none of them: it comes with the submit. */
export function Registration({ onRegister }: RegistrationProps) {
  return (
    <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register">
      {({ phone }) => <Account onSubmit={({ username }) => onRegister({ username, phone })} />}
    </PhoneVerificationForm>
  )
}

function Account({ onSubmit }: { onSubmit: (account: z.output<typeof schema>) => void }) {
  const [form, fields] = useForm({
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    onSubmit(event, { submission }) {
      event.preventDefault()
      if (submission?.status === 'success') onSubmit(submission.value)
    },
  })
  return (
    <form {...getFormProps(form)}>
      <label>
        Username <input name={fields.username.name} autoComplete="username" />
      </label>
      <p role="alert">{fields.username.errors}</p>
      <button>Create account</button>
    </form>
  )
}
