import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { forgetPhoneVerifications } from '../../src/hooks/flowRegistry.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { Purpose } from '../../src/matrix/purposes.js'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { connect } from './connect.js'
import { renderScreen } from './fieldScreen.js'
import { Person, NUMBER, renderForm, setUp, settled } from './person.js'

beforeEach(setUp)

/** The form in the settings of alice, and what signs mallory in on the same page. */
function renderSettings(purpose: Purpose = 'addToAccount', defaultCountry: 'GB' | '' = 'GB') {
  const homeserver = new SimulatedHomeserver()
  const clientOf = (account: string) =>
    createMatrixClient({
      baseUrl: homeserver.baseUrl,
      fetch: homeserver.fetch,
      userId: `@${account}:example.org`,
      accessToken: `token-of-${account}`,
    })
  const { container, rerender, reload } = renderForm({
    homeserver: clientOf('alice'),
    purpose,
    defaultCountry,
  })
  return {
    container,
    person: new Person(homeserver),
    signIn: async (account: string) => {
      await act(async () => rerender({ homeserver: clientOf(account) }))
      await settled()
    },
    openFor: async (account: string, purpose: Purpose) => {
      reload({ homeserver: clientOf(account), purpose })
      await settled()
    },
  }
}

it('a code that is typed stays where the flow belongs to no account', async () => {
  const { person, signIn } = renderSettings('register')
  await person.askForCode()
  await person.user.type(person.code, '12')
  await signIn('mallory')
  expect(person.code.value).toBe('12')
})

/** All that can be read, what is said and what is typed with it. */
function everythingIn(container: HTMLElement): string {
  const typed = Array.from(container.querySelectorAll('input'), ({ value }) => value)
  return [container.textContent, ...typed].join('\n').replace(/\D/g, '')
}

it.each(['typed', 'sent', 'verified'])(
  'a number that is %s is nothing to who signs in on the same page',
  async (state) => {
    const { container, person, signIn } = renderSettings()
    await person.user.type(person.number, NUMBER)
    if (state !== 'typed') await person.press('Send code')
    if (state === 'verified') await person.submitCode(person.readCode())
    expect(everythingIn(container)).toContain('7400123456')
    await signIn('mallory')
    expect(everythingIn(container)).not.toContain('7400123456')
    expect(person.number.value).toBe('')
  },
)

it.each(['typed', 'sent', 'verified'])(
  'a number that is %s is gone when the person signs out',
  async (state) => {
    const { homeserver, client } = connect()
    const queryClient = new QueryClient()
    const { container } = render(
      <QueryClientProvider client={queryClient}>
        <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" locale="en" />
      </QueryClientProvider>,
    )
    const person = new Person(homeserver)
    await person.user.type(person.number, NUMBER)
    if (state !== 'typed') await person.press('Send code')
    if (state === 'verified') await person.submitCode(person.readCode())
    act(() => forgetPhoneVerifications(queryClient))
    await settled()
    expect(person.number.value).toBe('')
    expect(everythingIn(container)).not.toContain('7400123456')
  },
)

it.each(['addToAccount', 'register'] as const)(
  'the country of an account’s number is nothing to the next form: %s',
  async (purpose) => {
    const { person, openFor } = renderSettings('addToAccount', '')
    await person.askForCode('+49 1512 3456789')
    await openFor('mallory', purpose)
    expect(person.country.value).toBe('US')
  },
)

it('the country of who registered is nothing to the account that signs in next', async () => {
  const { person, openFor } = renderSettings('register', '')
  await person.askForCode('+49 1512 3456789')
  await openFor('mallory', 'addToAccount')
  expect(person.country.value).toBe('US')
})

it('nothing stays in a storage of the app when the person signs out', async () => {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
  const { homeserver, client } = connect()
  const queryClient = new QueryClient()
  render(
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm homeserver={client} purpose="register" storage={storage} locale="en" />
    </QueryClientProvider>,
  )
  const person = new Person(homeserver)
  await person.askForCode('+49 1512 3456789')
  expect(kept.size).toBe(2)
  act(() => forgetPhoneVerifications(queryClient))
  await settled()
  expect([...kept.keys()]).toEqual([])
  expect(person.country.value).toBe('US')
})

it('a number in a field of a form is nothing to who signs in on the same page', async () => {
  const { homeserver } = connect()
  const { baseUrl, fetch } = homeserver
  const clientOf = (userId: string) => createMatrixClient({ baseUrl, fetch, userId, accessToken: userId })
  const { person, form, rerender } = renderScreen({
    homeserver: clientOf('@alice:example.org'),
    purpose: 'addToAccount',
  })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.submitCode(homeserver.lastSms()?.code ?? '')
  expect(everythingIn(document.body)).toContain('7400123456')
  await act(async () => rerender({ homeserver: clientOf('@mallory:example.org') }))
  await settled()
  expect(form.getValues('phone')).toBeNull()
  expect(person.number.value).toBe('')
  expect(everythingIn(document.body)).not.toContain('7400123456')
})
