'use client'
import { PhoneVerificationForm, type VerifiedPhone } from 'matrix-phone-verification'

interface RegistrationProps {
  register: (phone: VerifiedPhone, form: FormData) => Promise<void>
}

/** The action gets the proof of the number that is verified now. */
export function Registration({ register }: RegistrationProps) {
  return (
    <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register">
      {({ phone }) => (
        <form action={register.bind(null, phone)}>
          <label>
            Username <input name="username" autoComplete="username" required />
          </label>
          <button>Create account</button>
        </form>
      )}
    </PhoneVerificationForm>
  )
}
