import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { useForm } from 'react-hook-form'
import { expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { PhoneVerificationField, type VerifiedPhone } from '../../src/index.js'
import { connect } from '../form/connect.js'
import { button, code, country, input, NUMBER, number, problem, requestsOf } from './app.js'

const verified = page.getByRole('heading', { name: /is verified/ })
const name = page.getByLabelText('Name')

interface Values {
  name: string
  phone: VerifiedPhone | null
}

it('keeps Enter in the number and in the code from the form around it', async () => {
  const { homeserver, onSubmit, onSubmitEvent } = showScreen()
  await userEvent.type(number, `${NUMBER}{Enter}`)
  await expect.element(code).toHaveFocus()
  await userEvent.keyboard(`${homeserver.lastSms()?.code ?? ''}{Enter}`)
  await expect.element(verified).toBeVisible()
  expect(onSubmitEvent).not.toHaveBeenCalled()
  await userEvent.click(button('Create account'))
  await expect.poll(() => onSubmit.mock.calls.length).toBe(1)
  expect(onSubmit.mock.calls[0]?.[0]).toMatchObject({ phone: { phoneNumber: '+447400123456' } })
})

it('keeps Enter in the country and in its search from the form around it', async () => {
  const { onSubmitEvent } = showScreen({ countrySelect: 'search' })
  await expect.poll(() => country.element().tagName).toBe('BUTTON')
  await userEvent.click(country)
  await userEvent.keyboard('zzz{Enter}')
  await userEvent.keyboard('{Control>}a{/Control}fra{Enter}')
  await expect.element(country).toHaveTextContent(/France/)
  expect(onSubmitEvent).not.toHaveBeenCalled()
})

it('keeps the native country, the number and the code out of the form around it', async () => {
  showScreen()
  expect([(await input(country)).form, (await input(number)).form]).toEqual([null, null])
  await userEvent.type(number, `${NUMBER}{Enter}`)
  expect((await input(code)).form).toBeNull()
})

it('goes all the way with the keyboard alone, in a dialog that is a portal', async () => {
  const dialog = document.createElement('dialog')
  document.body.append(dialog)
  const { homeserver, onSubmit } = showScreen({}, (form) => createPortal(form, dialog))
  await input(name)
  dialog.showModal()
  name.element().focus()
  await userEvent.keyboard('Alice')
  await userEvent.tab()
  await expect.element(country).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard(`${NUMBER}{Enter}`)
  await expect.element(code).toHaveFocus()
  await userEvent.keyboard(`${homeserver.lastSms()?.code ?? ''}{Enter}`)
  await expect.element(verified).toBeVisible()
  await userEvent.tab()
  await expect.element(button('Change number')).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => onSubmit.mock.calls.length).toBe(1)
  expect(dialog.open).toBe(true)
  expect(requestsOf(homeserver).asked).toHaveLength(1)
})

it('leads whoever submits too early to the number, and says what to do', async () => {
  const { onSubmit } = showScreen()
  await userEvent.click(button('Create account'))
  await expect.element(number).toHaveFocus()
  await expect.element(page.getByRole('status')).toHaveTextContent(/Verify your phone number first/)
  await expect.element(problem).toHaveTextContent(/Verify your phone number first/)
  await expect.element(number).toBeInvalid()
  expect(onSubmit).not.toHaveBeenCalled()
})

it('keeps what is typed from a native reset of the form around it', async () => {
  showScreen()
  await userEvent.type(number, '07400')
  document.querySelector('form')?.reset()
  await expect.element(number).toHaveValue('07400')
})

/** A form of an app with a name, the field and a button. */
function showScreen(
  options: { countrySelect?: 'search' } = {},
  around: (form: ReactNode) => ReactNode = (form) => form,
) {
  const { homeserver, client } = connect()
  const onSubmit = vi.fn<(values: Values) => void>()
  const onSubmitEvent = vi.fn()
  function Screen() {
    const form = useForm<Values>({ defaultValues: { name: '', phone: null } })
    const submit = form.handleSubmit((values) => onSubmit(values))
    return around(
      <form
        onSubmit={(event) => {
          onSubmitEvent()
          void submit(event)
        }}
      >
        <input aria-label="Name" {...form.register('name')} />
        <PhoneVerificationField
          name="phone"
          control={form.control}
          homeserver={client}
          purpose="register"
          defaultCountry="GB"
          locale="en"
          now={() => homeserver.now()}
          {...options}
        />
        <button type="submit">Create account</button>
      </form>,
    )
  }
  const container = document.createElement('main')
  document.body.append(container)
  const root = createRoot(container)
  onTestFinished(() => root.unmount())
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Screen />
      </QueryClientProvider>
    </StrictMode>,
  )
  return { homeserver, onSubmit, onSubmitEvent }
}
