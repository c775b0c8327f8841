'use client'
import { PhoneVerificationForm } from 'matrix-phone-verification'

/** The app knows the way to its own pages, so the form shows buttons for them. */
export function FormWithWaysOut({ goTo }: { goTo: (path: string) => void }) {
  return (
    <PhoneVerificationForm
      homeserver="https://matrix.example.org"
      purpose="register"
      onRecovery={(recovery) => {
        if (recovery === 'sign-in') goTo('/sign-in')
        if (recovery === 'accept-terms') goTo('/terms')
        if (recovery === 'contact') goTo('/help')
      }}
      help={<a href="/help/sms">Why does it not arrive?</a>}
    />
  )
}
