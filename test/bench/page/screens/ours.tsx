import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMatrixClient, PhoneVerificationForm } from '../../../../src/index.js'
import '../../../../src/styles.css'
import type { ScreenProps } from './ScreenProps.js'

const queryClient = new QueryClient()

/** Answers every request for an SMS at once. */
const homeserver = createMatrixClient({
  baseUrl: 'https://matrix.example.org',
  fetch: async () => Response.json({ sid: '1', submit_url: 'https://matrix.example.org/submit' }),
})

export function Screen({ id }: ScreenProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm
        homeserver={homeserver}
        purpose="register"
        id={id}
        defaultCountry="GB"
        codeLength={6}
      />
    </QueryClientProvider>
  )
}
