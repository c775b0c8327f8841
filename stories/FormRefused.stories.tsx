import { expect, fn } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { hasFocus, press, see, seeProblem, typeNumber, type Person } from './support/person.js'
import { beginScenario, homeserver, passTime, smsRequests } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'

const meta = preview.meta({
  title: 'Form/The server says no',
  component: StoryForm,
  beforeEach: beginScenario,
})

async function ask(person: Person) {
  await typeNumber(person, '07400 123456')
  await press(person, 'Send code')
}

export const TooManyRequests = meta.story({
  parameters: { scenario: 'rate-limited' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await see(person, 'Too many attempts. Wait a while, then try again.')
    await see(person, /You can send a code in 5:\d\d\./)
    await press(person, 'Send code')
    await expect(await canvas.findByText('You can send a code in 6 minutes.')).toBeInTheDocument()
    await expect(smsRequests()).toHaveLength(1)
  },
})

export const TooManyRequestsWithoutAHint = meta.story({
  name: 'Too many attempts, nobody says until when',
  parameters: { scenario: 'rate-limited-no-hint' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await see({ canvas }, 'Too many attempts. Wait a while, then try again.')
    await see({ canvas }, /You can send a code in \d:\d\d\./)
  },
})

export const WaitIsOver = meta.story({
  name: 'Too many attempts, the wait is over',
  parameters: { scenario: 'rate-limited' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await see(person, /You can send a code in 5:\d\d\./)
    homeserver.scenario = 'specification'
    passTime(333_000)
    await press(person, 'Send code')
    await canvas.findByLabelText('Verification code')
    await expect(smsRequests().map((body) => body['send_attempt'])).toEqual([1, 1])
  },
})

export const NumberAlreadyInUse = meta.story({
  parameters: { scenario: 'number-in-use' },
  args: { onRecovery: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await seeProblem(person, 'Phone number', /This number already has an account/)
    await hasFocus(canvas.getByLabelText('Phone number'))
    await press(person, 'Sign in instead')
    await expect(args.onRecovery).toHaveBeenCalledWith(
      'sign-in',
      expect.objectContaining({ kind: 'number-in-use' }),
    )
  },
})

export const NumberNotKnown = meta.story({
  name: 'Number not known (password reset)',
  parameters: { scenario: 'number-not-found' },
  args: { purpose: 'resetPassword', onRecovery: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await seeProblem(person, 'Phone number', /No account uses this number/)
    await press(person, 'Create an account')
    await expect(args.onRecovery).toHaveBeenCalledWith('sign-up', expect.anything())
  },
})

export const NumberDenied = meta.story({
  parameters: { scenario: 'number-denied' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await seeProblem({ canvas, userEvent }, 'Phone number', /doesn’t accept this number/)
  },
})

export const CountryNotServed = meta.story({
  parameters: { scenario: 'country-unsupported' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await seeProblem({ canvas, userEvent }, 'Phone number', /from this country aren’t supported/)
  },
})

export const TermsNotAccepted = meta.story({
  parameters: { scenario: 'terms-not-signed' },
  args: { onRecovery: fn() },
  play: async ({ args, canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await see(person, 'You need to accept the terms of service first.')
    await press(person, 'Read the terms')
    await expect(args.onRecovery).toHaveBeenCalledWith('accept-terms', expect.anything())
  },
})

export const ServerNotTrusted = meta.story({
  parameters: { scenario: 'server-not-trusted' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await see({ canvas }, /isn’t set up properly for texts/)
    await expect(canvas.queryByRole('button', { name: 'Get help' })).not.toBeInTheDocument()
  },
})

export const NotSupportedHere = meta.story({
  parameters: { scenario: 'not-supported' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    const heading = await canvas.findByRole('heading', { name: /verification isn’t available here/ })
    await hasFocus(heading)
    await expect(canvas.getByRole('button', { name: 'Go back' })).toBeVisible()
  },
})

export const AccountsElsewhere = meta.story({
  name: 'Not supported here, accounts are kept elsewhere',
  parameters: { scenario: 'oauth-preferred' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await expect(await canvas.findByRole('link', { name: 'Manage your account' })).toHaveAttribute(
      'href',
      'https://account.matrix.example.org/account?action=org.matrix.profile',
    )
  },
})
