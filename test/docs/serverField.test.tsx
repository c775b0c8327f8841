import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ServerField } from '../../stories/docs/snippets/ServerField.js'

let homeserver: SimulatedHomeserver

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.clear()
  homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What `example.org` says of its homeserver; every other address of a name is that of no server. */
function open(entry: unknown) {
  const known = 'https://example.org/.well-known/matrix/client'
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    if (input === known) return Promise.resolve(Response.json(entry))
    if (input.startsWith('https://matrix.example.org/')) return homeserver.fetch(input, init)
    return Promise.reject(new TypeError('Failed to fetch'))
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ServerField />
    </QueryClientProvider>,
  )
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  return {
    user,
    name: async (server: string) => {
      await user.clear(screen.getByLabelText('Server'))
      await user.type(screen.getByLabelText('Server'), server)
      await user.click(screen.getByRole('button', { name: 'Continue' }))
    },
  }
}

it('registers at the homeserver of the name that was typed, and says where the code goes', async () => {
  const { user, name } = open({ 'm.homeserver': { base_url: 'https://matrix.example.org' } })
  await name('example.org')
  await user.type(await screen.findByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  const code = await screen.findByLabelText('Verification code')
  expect(screen.getByText('matrix.example.org')).toBeDefined()
  await user.type(code, (await homeserver.nextSms()).code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  await user.type(await screen.findByLabelText('Username'), 'alice')
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  expect(await screen.findByText('Welcome, @alice:matrix.example.org.')).toBeDefined()
})

it('keeps a name that has no homeserver, says so and takes another', async () => {
  const { name } = open({ 'm.homeserver': { base_url: 'https://matrix.example.org' } })
  await name('exmaple.org')
  expect((await screen.findByRole('alert')).textContent).toMatch(/can’t find a Matrix server/)
  expect(screen.getByLabelText<HTMLInputElement>('Server').value).toBe('exmaple.org')
  await name('@alice:example.org')
  expect(await screen.findByLabelText('Phone number')).toBeDefined()
})

it('says that the server is at fault where its own entry is wrong', async () => {
  const { name } = open({ 'm.homeserver': { base_url: 'https://gone.example.org' } })
  await name('example.org')
  expect((await screen.findByRole('alert')).textContent).toMatch(/isn’t set up correctly/)
})

it('goes back to the name', async () => {
  const { user, name } = open({ 'm.homeserver': { base_url: 'https://matrix.example.org' } })
  await name('example.org')
  await user.click(await screen.findByRole('button', { name: 'Change server' }))
  expect(screen.getByLabelText<HTMLInputElement>('Server').value).toBe('example.org')
})
