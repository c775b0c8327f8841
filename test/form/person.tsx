import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, useState, type ReactNode } from 'react'
import { expect, vi } from 'vitest'
import type { PhoneVerificationFormProps } from '../../src/form/PhoneVerificationForm.js'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { loadPhoneEngine } from '../../src/phone/parsePhoneNumber.js'
import type { Scenario, SimulatedHomeserver } from '../../src/testing/index.js'
// What watches for an SMS is loaded late; how late is no subject of these tests.
import '../../src/hooks/watchSms.js'
import { connect } from './connect.js'

// What is said is not to be seen a second time.
configure({ defaultIgnore: 'script, style, [role=status] *' })

export const NUMBER = '07400 123456'
export const SHOWN = '+44 7400 123456'

/** A person before a form that nothing has happened in, on a page that has loaded everything. */
export async function setUp() {
  setUpBeforeLoading()
  await loadPhoneEngine()
}

/** The same on a page that may not have loaded the numbering plans yet. */
export function setUpBeforeLoading() {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.clear()
  document.body.innerHTML = ''
}

/** Renders the form on a simulated homeserver of its own, and a person who uses it. */
export function renderForm({ scenario, ...props }: Partial<PhoneVerificationFormProps> & Server = {}) {
  const { homeserver, client } = connect(scenario)
  const form = (changed: Partial<PhoneVerificationFormProps> = {}) => (
    <PhoneVerificationForm
      homeserver={client}
      purpose="register"
      defaultCountry="GB"
      locale="en"
      {...props}
      {...changed}
    />
  )
  const view = render(form(), { wrapper: Surroundings })
  const person = new Person(homeserver)
  return {
    homeserver,
    person,
    container: view.container,
    rerender: (changed: Partial<PhoneVerificationFormProps>) => view.rerender(form(changed)),
    /** The same page after a reload: everything anew but the tab's storage. */
    reload: (changed: Partial<PhoneVerificationFormProps> = {}) => {
      view.unmount()
      render(form(changed), { wrapper: Surroundings })
    },
  }
}

interface Server {
  scenario?: Scenario | undefined
}

/** What an app has around a form. */
export function Surroundings({ children }: { children: ReactNode }) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  )
}

/** Does what a person does, and sees what a person sees. */
export class Person {
  readonly homeserver: SimulatedHomeserver
  readonly user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })

  constructor(homeserver: SimulatedHomeserver) {
    this.homeserver = homeserver
  }

  get number() {
    return screen.getByLabelText<HTMLInputElement>('Phone number')
  }

  get country() {
    return screen.getByLabelText<HTMLSelectElement>('Country')
  }

  get code() {
    return screen.getByLabelText<HTMLInputElement>('Verification code')
  }

  button(name: string) {
    return screen.getByRole('button', { name })
  }

  async press(name: string) {
    await this.user.click(this.button(name))
    await settled()
  }

  /** Types into the field that is there, and comes to the code. */
  async askForCode(number = NUMBER) {
    await this.user.type(this.number, number)
    await this.press('Send code')
    return this.code
  }

  async submitCode(code: string) {
    await this.user.clear(this.code)
    await this.user.type(this.code, code)
    await this.press('Verify')
  }

  /** The code of the newest SMS. */
  readCode(): string {
    return this.homeserver.lastSms()?.code ?? ''
  }

  wrongCode(): string {
    return this.readCode() === '000000' ? '111111' : '000000'
  }

  /** The bodies of the requests for an SMS. */
  get asked() {
    return this.bodies((operation) => operation.startsWith('requestToken'))
  }

  /** The codes that were submitted. */
  get submitted() {
    return this.bodies((operation) => operation === 'submitToken').map((body) => body['token'])
  }

  private bodies(isWanted: (operation: string) => boolean) {
    return this.homeserver.requests
      .filter(({ operation = '' }) => isWanted(operation))
      .map(({ body }) => body as Record<string, unknown>)
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled() {
  await advance(0)
}

/** Moves the clock. */
export async function advance(milliseconds: number) {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
}

/** What the live region says at this moment. */
export function announced(): string {
  return screen.getByRole('status').textContent.trim()
}

/** Lets the live region say everything that it has to say, and tells what. */
export async function listen(milliseconds = 2000): Promise<string[]> {
  const heard = new Set([announced()])
  // Every message stays for longer than this.
  for (let passed = 0; passed < milliseconds; passed += 400) {
    await advance(400)
    heard.add(announced())
  }
  return [...heard].filter((words) => words !== '')
}

/** What is wrong, or to be answered, where that is to be seen. */
export function queryProblem(container: ParentNode = document): HTMLElement | null {
  return container.querySelector<HTMLElement>('.mpv-error, .mpv-warning')
}

/** The same where there has to be something. */
export function problem(container?: ParentNode): HTMLElement {
  const found = queryProblem(container)
  if (found === null) throw new Error('Nothing is wrong, and nothing is asked.')
  return found
}

/** Sees what is wrong beside a field that kept its text. */
export function seeProblem(field: HTMLInputElement, words: string | RegExp, text: string) {
  expect(field).toHaveProperty('value', text)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(describedBy(field)).toMatch(words)
}

/** What a screen reader finds behind a field's name, or has just said of it to somebody who is in it. */
export function describedBy(element: Element): string {
  const isHere = element === document.activeElement && element.hasAttribute('aria-invalid')
  return (isHere ? queryProblem()?.textContent : null) ?? descriptionOf(element)
}

/** What a screen reader reads behind a field's name. */
export function descriptionOf(element: Element): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
}
