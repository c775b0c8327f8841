import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
// The bundle of this page has the built package in their place.
import { PhoneVerificationForm } from '../../../src/index.js'
import '../../../src/styles.css'
import { finish, type Errand, type Outcome } from './finish.js'

const errand = Object.fromEntries(new URLSearchParams(location.search)) as unknown as Errand
const queryClient = new QueryClient()

/** The form as an app has it, and what became of the proof in the end. */
function App() {
  const [outcome, setOutcome] = useState<Outcome>()
  return (
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm
        homeserver={errand.homeserver}
        purpose={errand.purpose}
        resendDelay={0}
        onVerified={async (phone) => setOutcome(await finish(phone, errand))}
      />
      {outcome !== undefined && <output>{JSON.stringify(outcome)}</output>}
    </QueryClientProvider>
  )
}

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
