import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import { createHandlers } from 'matrix-phone-verification/testing/msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { Registration } from '../../stories/docs/snippets/Registration.js'

// The address that the app knows. Every request to it ends here.
const homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
const server = setupServer(...createHandlers(homeserver))

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  homeserver.reset()
  sessionStorage.clear()
})
afterAll(() => server.close())

function open() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Registration />
    </QueryClientProvider>,
  )
  return userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
}

it('registers with the code from the SMS', async () => {
  const user = open()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))

  const { to, code } = await homeserver.nextSms()
  expect(to).toBe('+447400123456')
  await user.type(await screen.findByLabelText('Verification code'), code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))

  await user.type(await screen.findByLabelText('Username'), 'alice')
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  expect(await screen.findByText('Welcome, @alice:matrix.example.org.')).toBeDefined()
  expect(homeserver.phoneNumbersOf('alice')).toEqual(['+447400123456'])
})

it('goes back to the number when its proof is too old', async () => {
  const user = open()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await user.type(await screen.findByLabelText('Verification code'), (await homeserver.nextSms()).code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  await user.type(await screen.findByLabelText('Username'), 'alice')
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')

  homeserver.advanceTime(25 * 60 * 60 * 1000)
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(await screen.findByText(/too old: press “Change number”/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Change number' }))
  expect(screen.getByLabelText<HTMLInputElement>('Phone number').value).toBe('+44 7400 123456')
  expect(screen.queryByRole('button', { name: 'Create account' })).toBeNull()
})

it('says so when the server texts too much', async () => {
  homeserver.scenario = 'rate-limited'
  const user = open()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  expect(await screen.findByText(/Too many attempts/)).toBeDefined()
  expect(homeserver.messages).toEqual([])
})

it('tries again after one failure', async () => {
  homeserver.failNext('requestToken', 'offline')
  const user = open()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByLabelText('Verification code')).toBeDefined()
  expect(homeserver.messages).toHaveLength(1)
})

it('sends another code after half a minute', async () => {
  const user = open()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await screen.findByText(/You can resend the code in/)

  // The server reads the same clock.
  act(() => {
    vi.advanceTimersByTime(30_000)
  })
  await user.click(screen.getByRole('button', { name: 'Resend code' }))
  expect(await screen.findByText(/Another code is on its way/)).toBeDefined()
  expect(homeserver.messages).toHaveLength(2)
})
