import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PhoneVerificationForm, usePhoneVerification } from 'matrix-phone-verification'
import { StrictMode, useState } from 'react'

/** The form, and beside it another flow without one. */
export function App() {
  const [queryClient] = useState(() => new QueryClient())
  const [verified, setVerified] = useState(null)
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <PhoneVerificationForm
          homeserver="https://matrix.example.org"
          purpose="register"
          defaultCountry="GB"
          locale="de"
          onVerified={setVerified}
        />
        <output>{verified?.phoneNumber}</output>
        <Step />
      </QueryClientProvider>
    </StrictMode>
  )
}

function Step() {
  const { step } = usePhoneVerification({ homeserver: 'https://other.example.org', purpose: 'addToAccount' })
  return <p>The other flow is at the {step}.</p>
}
