import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PhoneVerificationForm } from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'

const queryClient = new QueryClient()

export function FirstForm() {
  return (
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm
        homeserver="https://matrix.example.org"
        purpose="register"
        onVerified={(phone) => console.log(phone.phoneNumber)}
      />
    </QueryClientProvider>
  )
}
