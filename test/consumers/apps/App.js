import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { PhoneVerificationForm } from 'matrix-phone-verification'
import { createElement, useState } from 'react'

/** The form with all that it can load, without JSX, so that a bundler needs no loader. */
export default function App() {
  const [queryClient] = useState(() => new QueryClient())
  const form = createElement(PhoneVerificationForm, {
    homeserver: 'https://matrix.example.org',
    purpose: 'register',
    defaultCountry: 'GB',
    countrySelect: 'search',
    flags: true,
    locale: 'en',
  })
  return createElement(QueryClientProvider, { client: queryClient }, form)
}
