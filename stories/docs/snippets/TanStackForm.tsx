'use client'
import { useForm } from '@tanstack/react-form'
import { PhoneVerificationForm, type VerifiedPhone } from 'matrix-phone-verification'

interface RegistrationProps {
  onRegister: (account: { username: string; phone: VerifiedPhone }) => void
}

/** TanStack Form keeps the username. The proof comes with the submit. */
export function Registration({ onRegister }: RegistrationProps) {
  const form = useForm({
    defaultValues: { username: '' },
    onSubmitMeta: {} as { phone: VerifiedPhone },
    onSubmit: ({ value, meta }) => onRegister({ ...value, phone: meta.phone }),
  })
  return (
    <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register">
      {({ phone }) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void form.handleSubmit({ phone })
          }}
        >
          <form.Field name="username">
            {(field) => (
              <label>
                Username{' '}
                <input
                  autoComplete="username"
                  required
                  value={field.state.value}
                  onBlur={field.handleBlur}
                  onChange={(event) => field.handleChange(event.target.value)}
                />
              </label>
            )}
          </form.Field>
          <button>Create account</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}
