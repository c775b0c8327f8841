import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SimulatedHomeserver, type AccountOptions } from 'matrix-phone-verification/testing'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AddPhone } from '../../stories/docs/snippets/AddPhone.js'
import { PasswordReset } from '../../stories/docs/snippets/PasswordReset.js'
import { Registration } from '../../stories/docs/snippets/Registration.js'

const BASE_URL = 'https://matrix.example.org'
const NUMBER = '+447400123456'
const ALICE = { username: 'alice', password: 'correct horse battery' }

interface Recipe {
  /** The account that is there before; none when one is registered. */
  account: AccountOptions | null
  screen: ReactNode
  /** What comes next below the verified number. */
  next: string
  finish: string
  done: RegExp
}

const RECIPES: Record<string, Recipe> = {
  registration: {
    account: null,
    screen: <Registration />,
    next: 'Username',
    finish: 'Create account',
    done: /Welcome/,
  },
  'password reset': {
    account: { ...ALICE, phoneNumber: NUMBER },
    screen: <PasswordReset otherWay={<p>Another way</p>} />,
    next: 'New password',
    finish: 'Change password',
    done: /is changed/,
  },
  'adding a number': {
    account: { ...ALICE, accessToken: 'alice' },
    screen: (
      <AddPhone session={{ baseUrl: BASE_URL, userId: '@alice:matrix.example.org', accessToken: 'alice' }} />
    ),
    next: 'Your password',
    finish: 'Add this number',
    done: /is added/,
  },
}

let homeserver: SimulatedHomeserver
let queryClient: QueryClient

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.clear()
  queryClient = new QueryClient()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function open(recipe: Recipe) {
  return render(<QueryClientProvider client={queryClient}>{recipe.screen}</QueryClientProvider>)
}

async function verify(recipe: Recipe) {
  const { account } = recipe
  homeserver = new SimulatedHomeserver({ baseUrl: BASE_URL, accounts: account === null ? [] : [account] })
  vi.stubGlobal('fetch', homeserver.fetch)
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime })
  const view = open(recipe)
  await user.type(await screen.findByLabelText('Phone number'), NUMBER)
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  const { code } = await homeserver.nextSms()
  await user.type(await screen.findByLabelText('Verification code'), code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  expect(await screen.findByLabelText(recipe.next)).toBeTruthy()
  return { user, view }
}

describe.each(Object.entries(RECIPES))('the recipe for %s', (_, recipe) => {
  it('goes on where it was when the person comes back to the screen, without another SMS', async () => {
    const { view } = await verify(recipe)
    view.unmount()
    open(recipe)
    expect(await screen.findByLabelText(recipe.next)).toBeTruthy()
    expect(homeserver.messages).toHaveLength(1)
  })

  it('goes on where it was after a reload', async () => {
    const { view } = await verify(recipe)
    view.unmount()
    queryClient = new QueryClient()
    open(recipe)
    expect(await screen.findByLabelText(recipe.next)).toBeTruthy()
  })

  it('takes away what comes next when the person changes the number', async () => {
    const { user } = await verify(recipe)
    await user.click(screen.getByRole('button', { name: 'Change number' }))
    expect(screen.queryByLabelText(recipe.next)).toBeNull()
  })

  it('begins at the number for whoever comes after it is done', async () => {
    const { user, view } = await verify(recipe)
    for (const label of ['Username', 'Password', 'New password', 'Your password']) {
      const field = screen.queryByLabelText(label)
      if (field !== null) await user.type(field, label === 'Username' ? ALICE.username : ALICE.password)
    }
    await user.click(screen.getByRole('button', { name: recipe.finish }))
    expect(await screen.findByText(recipe.done)).toBeTruthy()
    view.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))
    open(recipe)
    expect(await screen.findByLabelText<HTMLInputElement>('Phone number')).toBeTruthy()
    expect(screen.queryByLabelText(recipe.next)).toBeNull()
  })
})
