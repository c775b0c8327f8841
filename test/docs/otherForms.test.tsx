import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { VerifiedPhone } from 'matrix-phone-verification'
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Registration as ConformForm } from '../../stories/docs/snippets/ConformForm.js'
import { Registration as FormAction } from '../../stories/docs/snippets/FormAction.js'
import { Registration as TanStackForm } from '../../stories/docs/snippets/TanStackForm.js'

const OLD = '+447400123456'
const NEW = '+447400654321'

interface Account {
  username: unknown
  phone: VerifiedPhone
}
type OnRegister = (account: Account) => void

/** The recipes, by the file that the page shows. */
const RECIPES: Record<string, (onRegister: OnRegister) => ReactNode> = {
  ConformForm: (onRegister) => <ConformForm onRegister={onRegister} />,
  FormAction: (onRegister) => (
    <FormAction register={async (phone, form) => onRegister({ username: form.get('username'), phone })} />
  ),
  TanStackForm: (onRegister) => <TanStackForm onRegister={onRegister} />,
}

let homeserver: SimulatedHomeserver
let user: ReturnType<typeof userEvent.setup>

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.clear()
  homeserver = new SimulatedHomeserver({ baseUrl: 'https://matrix.example.org' })
  vi.stubGlobal('fetch', homeserver.fetch)
  user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function verify(phoneNumber: string): Promise<void> {
  const input = await screen.findByLabelText('Phone number')
  await user.clear(input)
  await user.type(input, phoneNumber)
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  const { code } = await homeserver.nextSms()
  await user.type(await screen.findByLabelText('Verification code'), code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  await screen.findByRole('button', { name: 'Change number' })
}

async function submit(onRegister: ReturnType<typeof vi.fn<OnRegister>>): Promise<string> {
  await user.type(await screen.findByLabelText('Username'), 'alice')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
  await vi.waitFor(() => expect(onRegister).toHaveBeenCalledOnce())
  const [{ username, phone }] = onRegister.mock.calls[0] as [Account]
  expect(username).toBe('alice')
  return phone.phoneNumber
}

describe.each(Object.entries(RECIPES))('the recipe %s', (_, recipe) => {
  function open() {
    const onRegister = vi.fn<OnRegister>()
    const queryClient = new QueryClient()
    const view = render(<QueryClientProvider client={queryClient}>{recipe(onRegister)}</QueryClientProvider>)
    return { onRegister, view }
  }

  it('submits the number that is verified', async () => {
    const { onRegister } = open()
    await verify(OLD)
    expect(await submit(onRegister)).toBe(OLD)
  })

  it('has the proof nowhere in the page', async () => {
    open()
    await verify(OLD)
    const [{ body }] = homeserver.requests as unknown as [{ body: { client_secret: string } }]
    expect(body.client_secret.length).toBeGreaterThan(30)
    expect(document.documentElement.outerHTML).not.toContain(body.client_secret)
  })

  it('submits the new number after the person changed it', async () => {
    const { onRegister } = open()
    await verify(OLD)
    await user.click(screen.getByRole('button', { name: 'Change number' }))
    await verify(NEW)
    expect(await submit(onRegister)).toBe(NEW)
  })

  it('submits nothing while the person is changing the number', async () => {
    const { onRegister } = open()
    await verify(OLD)
    await user.click(screen.getByRole('button', { name: 'Change number' }))
    const username = screen.queryByLabelText('Username')
    if (username !== null) await user.type(username, 'alice')
    const button = screen.queryByRole('button', { name: 'Create account' })
    if (button !== null) await user.click(button)
    expect(onRegister).not.toHaveBeenCalled()
  })

  it('submits the verified number after the person left and came back', async () => {
    const { view } = open()
    await verify(OLD)
    view.unmount()
    const { onRegister } = open()
    expect(await submit(onRegister)).toBe(OLD)
    expect(homeserver.messages).toHaveLength(1)
  })
})
