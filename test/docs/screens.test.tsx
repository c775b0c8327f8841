import { readdirSync } from 'node:fs'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SimulatedHomeserver, type AccountOptions } from 'matrix-phone-verification/testing'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AddPhone } from '../../stories/docs/snippets/AddPhone.js'
import { Registration as FirstForm } from '../../stories/docs/snippets/FirstForm.js'
import { OwnInterface } from '../../stories/docs/snippets/OwnInterface.js'
import { PasswordReset } from '../../stories/docs/snippets/PasswordReset.js'
import { PasswordResetField } from '../../stories/docs/snippets/PasswordResetField.js'
import { ProfilePhone } from '../../stories/docs/snippets/ProfilePhone.js'
import { Registration } from '../../stories/docs/snippets/Registration.js'
import { RegistrationField } from '../../stories/docs/snippets/RegistrationField.js'

const BASE_URL = 'https://matrix.example.org'
const NUMBER = '+447400123456'
const ALICE = { username: 'alice', password: 'correct horse battery' }
const SESSION = { baseUrl: BASE_URL, userId: '@alice:matrix.example.org', accessToken: 'alice' }

interface Screen {
  account?: AccountOptions
  shown: ReactNode
  /** Pressed before the number can be typed. */
  first?: string
  finish: string
  done: RegExp
}

const registration = { finish: 'Create account', done: /Welcome, @alice:/ }
const reset = { account: { ...ALICE, phoneNumber: NUMBER }, finish: 'Change password', done: /is changed/ }
const addition = { account: { ...ALICE, accessToken: 'alice' }, finish: 'Add this number', done: /is added/ }

/** The examples that are whole screens, by the file that the pages show. */
const SCREENS: Record<string, Screen> = {
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
}

/** Those in the forms of other libraries, which `otherForms` plays. */
const IN_OTHER_FORMS = ['ConformForm', 'FormAction', 'TanStackForm']

/** Those that show one thing of a screen, or need the app around them. */
const PIECES = ['Events', 'Languages', 'MatrixJsSdk', 'NumberQuestion', 'Recovery', 'ServerField']

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

function open({ shown }: Screen) {
  const view = render(<QueryClientProvider client={queryClient}>{shown}</QueryClientProvider>)
  return { user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }), view }
}

async function verify(one: Screen) {
  homeserver = new SimulatedHomeserver({ baseUrl: BASE_URL, accounts: one.account ? [one.account] : [] })
  vi.stubGlobal('fetch', homeserver.fetch)
  const { user, view } = open(one)
  if (one.first !== undefined) await user.click(screen.getByRole('button', { name: one.first }))
  const number = await screen.findByLabelText('Phone number')
  await user.clear(number)
  await user.type(number, NUMBER)
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  const { code } = await homeserver.nextSms()
  await user.type(await screen.findByLabelText('Verification code'), code)
  await user.click(screen.getByRole('button', { name: 'Verify' }))
  await vi.waitFor(() => expect(screen.queryByLabelText('Verification code')).toBeNull())
  return { user, view }
}

async function finish({ finish: name, done }: Screen, user: ReturnType<typeof userEvent.setup>) {
  await screen.findByRole('button', { name })
  for (const label of ['Username', 'Password', 'New password', 'Your password']) {
    const field = screen.queryByLabelText(label)
    if (field !== null) await user.type(field, label === 'Username' ? ALICE.username : ALICE.password)
  }
  await user.click(screen.getByRole('button', { name }))
  expect(await screen.findByText(done)).toBeTruthy()
  expect(homeserver.messages).toHaveLength(1)
  expect(homeserver.phoneNumbersOf('alice')).toContain(NUMBER)
}

describe.each(Object.entries(SCREENS))('the example %s', (_, one) => {
  it('ends in an account that has the number', async () => {
    const { user } = await verify(one)
    await finish(one, user)
  })

  it('ends there too after the person left the verified number and came back', async () => {
    const { view } = await verify(one)
    view.unmount()
    const { user } = open(one)
    await finish(one, user)
  })
})

/** What comes next below the verified number, in the recipes that leave that to the form. */
const NEXT = { Registration: 'Username', PasswordReset: 'New password', AddPhone: 'Your password' }

describe.each(Object.entries(NEXT))('the recipe %s', (name, next) => {
  const recipe = SCREENS[name] as Screen

  it('goes on where it was after a reload, without another SMS', async () => {
    const { view } = await verify(recipe)
    view.unmount()
    queryClient = new QueryClient()
    open(recipe)
    expect(await screen.findByLabelText(next)).toBeTruthy()
    expect(homeserver.messages).toHaveLength(1)
  })

  it('takes away what comes next when the person changes the number', async () => {
    const { user } = await verify(recipe)
    expect(await screen.findByLabelText(next)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Change number' }))
    expect(screen.queryByLabelText(next)).toBeNull()
  })

  it('begins at the number for whoever comes after it is done', async () => {
    const { user, view } = await verify(recipe)
    await finish(recipe, user)
    view.unmount()
    await act(() => vi.advanceTimersByTimeAsync(0))
    open(recipe)
    expect(await screen.findByLabelText('Phone number')).toBeTruthy()
    expect(screen.queryByLabelText(next)).toBeNull()
  })
})

it('every example of the pages is played, or is a piece of one', () => {
  const files = readdirSync('stories/docs/snippets').filter((name) => name.endsWith('.tsx'))
  expect(files.map((name) => name.replace('.tsx', '')).sort()).toEqual(
    [...Object.keys(SCREENS), ...IN_OTHER_FORMS, ...PIECES].sort(),
  )
})
