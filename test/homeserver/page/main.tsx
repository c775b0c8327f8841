import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
// The bundle of this page has the built package in their place.
import { createMatrixClient, PhoneVerificationForm, type VerifiedPhone } from '../../../src/index.js'
import '../../../src/styles.css'
import { finish, type Errand, type Outcome } from './finish.js'

const errand = Object.fromEntries(new URLSearchParams(location.search)) as unknown as Errand
const queryClient = new QueryClient()
// One for the page: a registration that failed goes on in its session.
const client = createMatrixClient({ baseUrl: errand.homeserver, accessToken: errand.accessToken })

/** The form as an app has it, and what became of the proof in the end. */
function App() {
  const [outcome, setOutcome] = useState<Outcome>()
  const isLater = errand.isLater === 'true'
  const use = async (verified: VerifiedPhone) => setOutcome(await finish(client, verified, errand))
  return (
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm
        homeserver={errand.homeserver}
        purpose={errand.purpose}
        resendDelay={0}
        onVerified={isLater ? undefined : use}
      >
        {({ phone }) =>
          isLater && (
            <button type="button" onClick={() => void use(phone)}>
              Finish
            </button>
          )
        }
      </PhoneVerificationForm>
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
