import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { PhoneVerificationForm } from '../../src/form/PhoneVerificationForm.js'
import * as P from '../../src/form/parts.js'
import { listen, NUMBER, renderForm, settled, setUp, SHOWN } from './person.js'
import { renderParts } from './renderParts.js'

beforeEach(setUp)

/** Renders the form on a server, which has no storage, and hydrates it. */
async function hydrate(homeserver: string) {
  document.body.innerHTML = ''
  const app = (
    <QueryClientProvider client={new QueryClient()}>
      <PhoneVerificationForm homeserver={homeserver} purpose="register" defaultCountry="GB" locale="en" />
    </QueryClientProvider>
  )
  const storage = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new Error('A server has no storage.')
  })
  const container = document.createElement('div')
  container.innerHTML = renderToString(app)
  storage.mockRestore()
  document.body.append(container)
  render(app, { container, hydrate: true })
  await settled()
}

it('says nothing when a server-rendered page comes up with a verified number', async () => {
  const { person } = renderForm()
  await person.askForCode()
  await person.submitCode(person.readCode())
  await hydrate(person.homeserver.baseUrl)
  expect(screen.getByRole('heading').textContent).toBe(`${SHOWN} is verified.`)
  expect(await listen(5000)).toEqual([])
})

it('says nothing when a page comes up whose live region is above the steps', async () => {
  const { person } = renderForm({ scenario: 'no-submit-url' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  document.body.innerHTML = ''
  renderParts(
    <>
      <P.LiveRegion />
      <P.NumberStep />
      <P.ExternalStep />
    </>,
  )
  await settled()
  expect(screen.getByRole('heading')).toBeTruthy()
  expect(await listen(5000)).toEqual([])
})
