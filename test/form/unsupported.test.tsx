import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Scenario } from '../../src/testing/index.js'
import { NUMBER, renderForm, settled, setUp } from './person.js'

beforeEach(setUp)
afterEach(() => {
  vi.useRealTimers()
})

const LINK = { name: 'Manage your account' }

it('leads to the contact details on the pages of the OAuth server that keeps the accounts', async () => {
  const { person, homeserver } = renderForm({ scenario: 'oauth-preferred', purpose: 'addToAccount' })
  await person.user.type(person.number, `${NUMBER}{Enter}`)
  await settled()
  const link = await screen.findByRole<HTMLAnchorElement>('link', LINK)
  expect(link.href).toBe('https://account.matrix.example.org/account?action=org.matrix.profile')
  expect(link.rel).toBe('noreferrer')
  expect(homeserver.messages).toEqual([])
})

it.each<Scenario>(['not-supported', 'dendrite', 'offline'])(
  'has no such link where there is none: %s',
  async (scenario) => {
    const { person, homeserver } = renderForm({ scenario: 'not-supported' })
    await person.user.type(person.number, NUMBER)
    homeserver.scenario = scenario
    homeserver.failNext('requestToken', 'not-supported')
    await person.press('Send code')
    await settled()
    expect(screen.getByRole('heading', { name: 'Phone verification isn’t available here.' })).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
  },
)
