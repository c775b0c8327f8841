import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { AddPhoneScreen } from './support/AddPhoneScreen.js'
import { PasswordResetScreen } from './support/PasswordResetScreen.js'
import { askForCode, press, readCode, submitCode } from './support/person.js'
import { RegistrationScreen } from './support/RegistrationScreen.js'
import { begin, homeserver } from './support/simulated.js'

const meta = preview.meta({ title: 'Screens', beforeEach: ({ msw }) => begin(msw) })

const alice = '@alice:matrix.example.org'

export const Registration = meta.story({
  render: () => <RegistrationScreen />,
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await expect(canvas.getByText('+44 7400 123456', { selector: '.mpv-step bdi' })).toBeVisible()
    await submitCode(person, readCode())
    await canvas.findByText(/is verified/)
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await press(person, 'Create account')
    await expect(await canvas.findByText(`Welcome, ${alice}. Your account is ready.`)).toBeVisible()
    await expect(homeserver.phoneNumbersOf('alice')).toEqual(['+447400123456'])
  },
})

export const PasswordReset = meta.story({
  render: () => <PasswordResetScreen />,
  beforeEach: () => {
    homeserver.createAccount({ username: 'alice', password: 'forgotten', phoneNumber: '+447400123456' })
  },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await expect(canvas.getByText(/If an account uses/)).toBeVisible()
    await submitCode(person, readCode())
    await userEvent.type(await canvas.findByLabelText('New password'), 'a new one')
    await press(person, 'Change password')
    await expect(await canvas.findByText('Your password is changed. Sign in with it.')).toBeVisible()
    await expect(homeserver.account('alice')?.password).toBe('a new one')
  },
})

export const AddAPhoneNumber = meta.story({
  name: 'Add a phone number',
  render: () => <AddPhoneScreen accessToken="alices-token" userId={alice} />,
  beforeEach: () => {
    homeserver.createAccount({ username: 'alice', password: 'secret', accessToken: 'alices-token' })
  },
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
