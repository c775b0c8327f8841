import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { locators, page, userEvent, type Locator } from 'vitest/browser'
import { PhoneVerificationForm, type PhoneVerificationFormProps } from '../../src/index.js'
import type { Scenario, SimulatedHomeserver } from '../../src/testing/index.js'
import { connect } from '../form/connect.js'
import '../../src/styles.css'

export const NUMBER = '07400 123456'

declare module 'vitest/browser' {
  interface LocatorSelectors {
    getProblem: () => Locator
  }
}

locators.extend({ getProblem: () => '.mpv-error, .mpv-warning' })

/** What is wrong, or to be answered, where that is to be seen. */
export const problem = page.getProblem()

export const number = page.getByLabelText('Phone number')
export const country = page.getByLabelText('Country')
export const code = page.getByLabelText('Verification code')
export const button = (name: string) => page.getByRole('button', { name })

const roots: Root[] = []

// People act here and React renders when it likes, so nothing is to be wrapped in `act`.
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  notifyManager.setNotifyFunction((notify) => {
    notify()
  })
  sessionStorage.clear()
  await page.viewport(900, 700)
})

afterEach(() => {
  for (const root of roots.splice(0)) root.unmount()
  document.body.replaceChildren()
  document.documentElement.removeAttribute('style')
})

/** A form on a page of its own, in front of a simulated homeserver whose clock it shares. */
export function show({ scenario, ...props }: Partial<PhoneVerificationFormProps> & Server = {}) {
  const { homeserver, client } = connect(scenario)
  const now = () => homeserver.now()
  const container = document.createElement('main')
  document.body.append(container)
  const root = createRoot(container)
  roots.push(root)
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <PhoneVerificationForm
          homeserver={client}
          purpose="register"
          defaultCountry="GB"
          locale="en"
          now={now}
          {...props}
        />
      </QueryClientProvider>
    </StrictMode>,
  )
  return { homeserver, container }
}

interface Server {
  scenario?: Scenario | undefined
}

/** Types the number and comes to the code. */
export async function askForCode() {
  await userEvent.type(number, NUMBER)
  await userEvent.click(button('Send code'))
  await expect.element(code).toHaveFocus()
}

/** The bodies of the requests for an SMS, and of the submitted codes. */
export function requestsOf({ requests }: SimulatedHomeserver) {
  const bodies = (isWanted: (operation: string) => boolean) =>
    requests
      .filter(({ operation = '' }) => isWanted(operation))
      .map(({ body }) => body as Record<string, unknown>)
  return {
    asked: bodies((operation) => operation.startsWith('requestToken')),
    submitted: bodies((operation) => operation === 'submitToken').map((body) => body['token']),
  }
}

/** The element of a locator, once it is there. */
export async function input(locator: typeof number): Promise<HTMLInputElement> {
  await expect.element(locator).toBeInTheDocument()
  return locator.element() as HTMLInputElement
}

/** Puts a whole value into a field with one `input` event, as autofill and keyboards' suggestions do. */
export function fillIn(
  field: HTMLInputElement,
  value: string,
  event: Event = new Event('input', { bubbles: true }),
) {
  const descriptor = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  descriptor?.set?.call(field, value)
  field.dispatchEvent(event)
}

/** Pastes as the keyboard does. */
export async function paste(field: HTMLInputElement, text: string) {
  const source = document.createElement('textarea')
  source.value = text
  document.body.append(source)
  source.select()
  await userEvent.copy()
  source.remove()
  field.focus()
  await userEvent.paste()
}
