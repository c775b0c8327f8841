import { PhoneVerification } from 'matrix-phone-verification'

// A server component may put the parts together too.
export default function Page() {
  return (
    <PhoneVerification.Root homeserver="https://matrix.example.org" purpose="addToAccount">
      <PhoneVerification.NumberStep />
    </PhoneVerification.Root>
  )
}
