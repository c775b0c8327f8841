import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import {
  createMatrixClient,
  forgetPhoneVerifications,
  PhoneVerificationForm,
} from 'matrix-phone-verification'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import { expect, it } from 'vitest'
import { forgetEverything } from '../../stories/docs/snippets/forgetEverything.js'

it('a sign-out removes what the app stored before it was started again, and nothing else', async () => {
  const items = new Map([['theme', 'dark']])
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    getAllKeys: () => [...items.keys()],
  }
  const { baseUrl, fetch } = new SimulatedHomeserver()
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <PhoneVerificationForm
        homeserver={createMatrixClient({ baseUrl, fetch })}
        purpose="register"
        storage={storage}
      />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Phone number'), '+447400123456')
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await screen.findByLabelText('Verification code')
  unmount()

  const startedAgain = new QueryClient()
  forgetPhoneVerifications(startedAgain)
  expect(storage.getAllKeys().length).toBeGreaterThan(1)
  forgetEverything(startedAgain, storage)
  expect(storage.getAllKeys()).toEqual(['theme'])
})
