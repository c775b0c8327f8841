import { act, render, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { createPortal } from 'react-dom'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { PhoneVerificationFormProps } from '../../src/form/PhoneVerificationForm.js'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { connect } from './connect.js'
import { advance, NUMBER, Person, renderForm, setUp, settled, Surroundings } from './person.js'

beforeEach(setUp)

it('keeps its submit from a form of the app that it stands in by way of a portal', async () => {
  const onSubmit = vi.fn()
  const { homeserver, client } = connect()
  const dialog = document.createElement('div')
  document.body.append(dialog)
  render(
    <Surroundings>
      <form onSubmit={onSubmit}>
        {createPortal(
          <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" />,
          dialog,
        )}
      </form>
    </Surroundings>,
  )
  const person = new Person(homeserver)
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  await person.user.type(person.code, `${person.readCode()}{Enter}`)
  await settled()
  expect(screen.getByRole('heading', { name: /is verified/ })).toBeTruthy()
  expect(onSubmit).not.toHaveBeenCalled()
})

it('is hydrated without a warning, and takes over the language and the region of the browser', async () => {
  const { client } = connect()
  const container = await hydrate({ homeserver: client, purpose: 'register' })
  expect(container.html).toContain('Send code')
  expect(container.html).not.toContain('value="US"')
  expect(screen.getByLabelText<HTMLSelectElement>('Country').value).toBe('US')
})

it('is hydrated without a warning on a page that was left in the middle', async () => {
  const { person, container } = renderForm()
  await person.askForCode()
  container.remove()
  window.dispatchEvent(new Event('pagehide'))
  const client = createMatrixClient({ baseUrl: person.homeserver.baseUrl, fetch: person.homeserver.fetch })
  const { html } = await hydrate({ homeserver: client, purpose: 'register', defaultCountry: 'GB' })
  expect(html).toContain('Send code')
  expect(person.code).toBeTruthy()
  expect(document.activeElement).toBe(document.body)
})

it('keeps what was typed before hydration, in the country of the browser', async () => {
  const { homeserver, client } = connect()
  await hydrate({ homeserver: client, purpose: 'register' }, '(201) 555-0123')
  const person = new Person(homeserver)
  expect([person.number.value, person.country.value]).toEqual(['(201) 555-0123', 'US'])
  await person.press('Send code')
  expect(person.asked).toMatchObject([{ phone_number: '+12015550123', country: 'US' }])
})

it('keeps what was typed before hydration, and not the number that the app begins with', async () => {
  const { homeserver, client } = connect()
  const defaults = { defaultCountry: 'GB', defaultPhoneNumber: '+33612345678' }
  await hydrate({ homeserver: client, purpose: 'register', ...defaults }, NUMBER)
  const person = new Person(homeserver)
  expect([person.number.value, person.country.value]).toEqual([NUMBER, 'GB'])
})

it('renders on a server whatever the app asks for, without a number in the markup', () => {
  const { client } = connect()
  const html = renderToString(
    <Surroundings>
      <PhoneVerificationForm
        homeserver={client}
        purpose="addToAccount"
        defaultCountry="FR"
        defaultPhoneNumber="+33612345678"
        locale="de"
      />
    </Surroundings>,
  )
  expect(html).toContain('Frankreich (+33)')
  expect(html.replace(/[\s-]/g, '')).not.toContain('612345678')
})

it('says and asks nothing any more when it goes away in the middle of a request', async () => {
  const { homeserver, client } = connect('slow')
  const view = render(
    <Surroundings>
      <PhoneVerificationForm homeserver={client} purpose="register" defaultCountry="GB" />
    </Surroundings>,
  )
  const person = new Person(homeserver)
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  expect(screen.getByText('Sending…')).toBeTruthy()
  view.unmount()
  expect(homeserver.held).toEqual([])
  await advance(60_000)
  expect(person.asked).toHaveLength(1)
})

it('asks for a QueryClientProvider in words', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { client } = connect()
  expect(() => render(<PhoneVerificationForm homeserver={client} purpose="register" />)).toThrow(
    /QueryClient/,
  )
  error.mockClear()
})

/**
 * What a server renders, which has no storage and no browser, and what becomes of it on the page.
 *
 * @param typed what somebody types as the number before hydration
 */
async function hydrate(props: PhoneVerificationFormProps, typed?: string) {
  const container = document.createElement('div')
  const html = renderToString(
    <Surroundings>
      <PhoneVerificationForm {...props} storage={false} />
    </Surroundings>,
  )
  container.innerHTML = html
  document.body.append(container)
  if (typed !== undefined) screen.getByLabelText<HTMLInputElement>('Phone number').value = typed
  const onRecoverableError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(
      container,
      <Surroundings>
        <PhoneVerificationForm {...props} />
      </Surroundings>,
      { onRecoverableError },
    ),
  )
  onTestFinished(() => act(() => root.unmount()))
  await advance(2000)
  expect(onRecoverableError).not.toHaveBeenCalled()
  return { html }
}
