import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { SimulatedHomeserver, type AccountOptions } from 'matrix-phone-verification/testing'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { AddPhone } from '../../stories/docs/snippets/AddPhone.js'
import { Registration as FirstForm } from '../../stories/docs/snippets/FirstForm.js'
import { OwnInterface } from '../../stories/docs/snippets/OwnInterface.js'
import { PasswordReset } from '../../stories/docs/snippets/PasswordReset.js'
import { PasswordResetField } from '../../stories/docs/snippets/PasswordResetField.js'
import { ProfilePhone } from '../../stories/docs/snippets/ProfilePhone.js'
import { Registration } from '../../stories/docs/snippets/Registration.js'
import { RegistrationField } from '../../stories/docs/snippets/RegistrationField.js'

const BASE_URL = 'https://matrix.example.org'
export const NUMBER = '+447400123456'
const ALICE = { username: 'alice', password: 'correct horse battery' }
const SESSION = { baseUrl: BASE_URL, userId: '@alice:matrix.example.org', accessToken: 'alice' }

/** An example that is a whole screen. */
export interface Recipe {
  account?: AccountOptions
  shown: ReactNode
  /** Pressed before the number can be typed. */
  first?: string
  finish: string
  done: RegExp
  /** The call that uses the number. */
  call: 'register' | 'changePassword' | 'add3PID'
}

const registration = { finish: 'Create account', done: /Welcome, @alice:/, call: 'register' as const }
const reset = {
  account: { ...ALICE, phoneNumber: NUMBER },
  finish: 'Change password',
  done: /is changed/,
  call: 'changePassword' as const,
}
const addition = {
  account: { ...ALICE, accessToken: 'alice' },
  finish: 'Add this number',
  done: /is added/,
  call: 'add3PID' as const,
}

/** The examples that are whole screens, by the file that the pages show. */
export const RECIPES = {
  FirstForm: { ...registration, shown: <FirstForm /> },
  Registration: { ...registration, shown: <Registration /> },
  RegistrationField: { ...registration, shown: <RegistrationField /> },
  OwnInterface: { ...registration, shown: <OwnInterface /> },
  PasswordReset: { ...reset, shown: <PasswordReset otherWay={null} /> },
  PasswordResetField: { ...reset, shown: <PasswordResetField /> },
  AddPhone: { ...addition, shown: <AddPhone session={SESSION} /> },
  ProfilePhone: {
    ...addition,
    finish: 'Save',
    shown: <ProfilePhone session={SESSION} phoneNumber="+447400654321" saveName={async () => undefined} />,
    first: 'Change number',
  },
} satisfies Record<string, Recipe>

/** The server and the cache of the screen that is open. */
export const app: { homeserver: SimulatedHomeserver; queryClient: QueryClient } = {
  homeserver: new SimulatedHomeserver(),
  queryClient: new QueryClient(),
}

/** For `beforeEach`. */
export function setUp(): void {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  sessionStorage.clear()
  app.queryClient = new QueryClient()
}

/** For `afterEach`. */
export function tearDown(): void {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
}

/** Opens a recipe at the server that is there. */
export function open({ shown }: Recipe) {
  const view = render(<QueryClientProvider client={app.queryClient}>{shown}</QueryClientProvider>)
  return { user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }), view }
}

/** Opens a recipe at a new server, up to the number. */
export async function begin(recipe: Recipe) {
  app.homeserver = new SimulatedHomeserver({
    baseUrl: BASE_URL,
    accounts: recipe.account ? [recipe.account] : [],
  })
  vi.stubGlobal('fetch', app.homeserver.fetch)
  const opened = open(recipe)
  if (recipe.first !== undefined) await press(opened.user, recipe.first)
  return opened
}

/** Opens a recipe at a new server, and verifies the number in it. */
export async function verify(recipe: Recipe) {
  const opened = await begin(recipe)
  await verifyNumber(opened.user)
  return opened
}

/** Asks for a code and submits it. */
export async function verifyNumber(user: UserEvent, phoneNumber = NUMBER): Promise<void> {
  await askForCode(user, phoneNumber)
  const { code } = await app.homeserver.nextSms()
  await user.type(await screen.findByLabelText('Verification code'), code)
  await press(user, 'Verify')
  await vi.waitFor(() => {
    if (screen.queryByLabelText('Verification code') !== null) throw new Error('The code is still asked for.')
  })
}

/** Types a number and sends it. */
export async function askForCode(user: UserEvent, phoneNumber = NUMBER): Promise<void> {
  const number = await screen.findByLabelText('Phone number')
  await user.clear(number)
  await user.type(number, phoneNumber)
  await press(user, 'Send code')
}

/** Fills in what comes after the number, and submits it. */
export async function submit({ finish }: Recipe, user: UserEvent): Promise<void> {
  await screen.findByRole('button', { name: finish })
  for (const label of ['Username', 'Password', 'New password', 'Your password']) {
    const field = screen.queryByLabelText(label)
    if (field === null) continue
    await user.clear(field)
    await user.type(field, label === 'Username' ? ALICE.username : ALICE.password)
  }
  await press(user, finish)
}

/** Presses a button, once it is there. */
export async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(await screen.findByRole('button', { name }))
}
