import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { AddPhoneScreen } from './support/AddPhoneScreen.js'
import { onStart } from './support/onStart.js'
import { PasswordResetScreen } from './support/PasswordResetScreen.js'
import { askForCode, press, readCode, see, submitCode } from './support/person.js'
import { RegistrationScreen } from './support/RegistrationScreen.js'
import { beginScenario, homeserver } from './support/simulated.js'

const meta = preview.meta({ title: 'Screens', beforeEach: beginScenario })

const alice = '@alice:matrix.example.org'

export const Registration = meta.story({
  render: () => <RegistrationScreen />,
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await expect(canvas.getByText('+44 7400 123456', { selector: '.mpv-step bdi' })).toBeVisible()
    await submitCode(person, readCode())
    await canvas.findByRole('heading', { name: /is verified/ })
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await press(person, 'Create account')
    await expect(await canvas.findByText(`Welcome, ${alice}. Your account is ready.`)).toBeVisible()
    await expect(homeserver.phoneNumbersOf('alice')).toEqual(['+447400123456'])
  },
})

export const UsernameTaken = meta.story({
  name: 'Registration, with a username that is taken',
  render: () => <RegistrationScreen />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice' })
  }),
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, readCode())
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await press(person, 'Create account')
    await see(
      person,
      'This username is taken. Choose another one, or sign in if it’s yours. Your number stays verified.',
    )
    await userEvent.type(canvas.getByLabelText('Username'), '2')
    await press(person, 'Create account')
    await see(person, 'Welcome, @alice2:matrix.example.org. Your account is ready.')
    await expect(homeserver.messages).toHaveLength(1)
  },
})

export const PasswordReset = meta.story({
  render: () => <PasswordResetScreen />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'forgotten', phoneNumber: '+447400123456' })
  }),
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await expect(canvas.getByText(/belongs to an account/)).toBeVisible()
    await submitCode(person, readCode())
    await userEvent.type(await canvas.findByLabelText('New password'), 'a new one')
    await press(person, 'Change password')
    await expect(await canvas.findByText('Your password is changed. Sign in with it.')).toBeVisible()
    await expect(homeserver.account('alice')?.password).toBe('a new one')
  },
})

export const PasswordResetOnSynapse = meta.story({
  name: 'Password reset, where the server has none by phone',
  render: () => <PasswordResetScreen />,
  parameters: { scenario: 'synapse' },
  play: async ({ canvas }) => {
    await see({ canvas }, 'This server cannot reset a password with a phone number.')
    await expect(canvas.getByRole('link', { name: 'Reset it by email' })).toBeVisible()
    await expect(canvas.queryByLabelText('Phone number')).not.toBeInTheDocument()
    await expect(homeserver.messages).toEqual([])
  },
})

export const PasswordResetRefusedLate = meta.story({
  name: 'Password reset, refused after the number is verified',
  render: () => <PasswordResetScreen />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'forgotten', phoneNumber: '+447400123456' })
  }),
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, readCode())
    await userEvent.type(await canvas.findByLabelText('New password'), 'a new one')
    homeserver.scenario = 'synapse'
    await press(person, 'Change password')
    await see(person, 'This server cannot reset a password with a phone number.')
    await expect(canvas.getByRole('link', { name: 'Reset it by email' })).toBeVisible()
    await expect(homeserver.account('alice')?.password).toBe('forgotten')
  },
})

export const AddAPhoneNumber = meta.story({
  name: 'Add a phone number',
  render: () => <AddPhoneScreen accessToken="alices-token" userId={alice} />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'secret', accessToken: 'alices-token' })
  }),
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, readCode())
    await userEvent.type(await canvas.findByLabelText('Your password'), 'secret')
    await press(person, 'Add this number')
    await expect(await canvas.findByText('The number is added to your account.')).toBeVisible()
    await expect(canvas.getByRole('list', { name: 'Your phone numbers' })).toHaveTextContent('+447400123456')
  },
})
