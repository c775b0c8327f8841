import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { useForm } from 'react-hook-form'
import {
  createMatrixClient,
  PhoneVerificationField,
  PhoneVerificationForm,
  type PhoneVerificationFormProps,
  type VerifiedPhone,
} from '../../../src/index.js'
import { ar } from '../../../src/messages/locales/ar.js'
import '../../../src/styles.css'
import { SimulatedHomeserver, type Scenario } from '../../../src/testing/index.js'
import type { Order, PageOptions } from './orders.js'

const options = Object.fromEntries(new URLSearchParams(location.search)) as PageOptions
sessionStorage.clear()

const homeserver = new SimulatedHomeserver({ scenario: options.scenario as Scenario | undefined })
const account = { username: 'alice', phoneNumber: '+447400123456' }
if (options.purpose === 'resetPassword') homeserver.createAccount(account)
const form: Omit<PhoneVerificationFormProps, 'children'> = {
  homeserver: createMatrixClient({ baseUrl: homeserver.baseUrl, fetch: homeserver.fetch }),
  purpose: options.purpose ?? 'register',
  defaultCountry: 'GB',
  now: () => homeserver.now(),
  countrySelect: options.picker,
  codeLength: options.codeLength === undefined ? undefined : Number(options.codeLength),
  checkExternal: async () => false,
  ...(options.locale === 'ar' ? { locale: 'ar', messages: ar } : { locale: 'en' }),
}

document.documentElement.dir = options.locale === 'ar' ? 'rtl' : 'ltr'

function Page() {
  return (
    <>
      <h1>Create account</h1>
      <button type="button">Before the form</button>
      {options.kind === 'field' ? <Field /> : <PhoneVerificationForm {...form} />}
      <button type="button">After the form</button>
    </>
  )
}

function Field() {
  const { control, handleSubmit } = useForm<{ phone: VerifiedPhone | null }>({
    defaultValues: { phone: null },
  })
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <PhoneVerificationField {...form} name="phone" control={control} label="Your phone" />
      <button type="submit">Create account</button>
    </form>
  )
}

// One after the other, so that the last one is the newest.
let reported: Promise<unknown> = Promise.resolve()
const report = (text: string) => {
  reported = reported.then(() => fetch('/report', { method: 'POST', body: text }))
}

setInterval(() => {
  void fetch('/orders')
    .then((response) => response.json())
    .then((orders: Order[]) => orders.forEach(carryOut))
}, 100)
document.addEventListener('focusin', ({ target }) => {
  const { labels, textContent } = target as HTMLInputElement
  report(`focus ${labels?.[0]?.textContent ?? textContent}`)
})
homeserver.subscribe(() => report(`code ${homeserver.lastSms()?.code ?? ''}`))

function carryOut(order: Order) {
  if (order.type === 'show') location.search = order.search
  else {
    homeserver.advanceTime(order.milliseconds)
    // The page counts anew when it is looked at again.
    window.dispatchEvent(new Event('focus'))
  }
}

const root = document.getElementById('app')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>
  </StrictMode>,
)
// When the countries are listed, in idle time.
const start = setInterval(() => {
  if (
    document.querySelectorAll('option').length < 2 &&
    document.querySelector('.mpv-country-search button') === null
  )
    return
  clearInterval(start)
  document.querySelector('button')?.focus()
  report(`shown ${location.search}`)
}, 50)
