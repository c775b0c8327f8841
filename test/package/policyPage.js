// A page that shows everything the package has: the form with its picker, flags and styles, in another language.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMatrixClient, PhoneVerificationForm } from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const allowSubmitUrl = ({ host }) => host === location.host
const homeserver = createMatrixClient({ baseUrl: location.origin, accessToken: 'syt_token', allowSubmitUrl })

const form = createElement(PhoneVerificationForm, {
  homeserver,
  purpose: 'addToAccount',
  defaultCountry: 'FR',
  countrySelect: 'search',
  flags: true,
  resendDelay: 0,
  onVerified: () => Promise.reject(new Error('The app fails once.')),
  onEvent: (event) => console.log(JSON.stringify(event)),
})
createRoot(document.getElementById('app')).render(
  createElement(QueryClientProvider, { client: new QueryClient() }, form),
)
