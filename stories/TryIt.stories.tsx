import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { AddPhoneScreen } from './support/AddPhoneScreen.js'
import { onStart } from './support/onStart.js'
import { PasswordResetScreen } from './support/PasswordResetScreen.js'
import { RegistrationScreen } from './support/RegistrationScreen.js'
import { begin, homeserver } from './support/simulated.js'

/** Screens that wait for you: type a number, read the SMS on the simulated phone, type its code. */
const meta = preview.meta({ title: 'Try it', beforeEach: ({ msw }) => begin(msw) })

export const Registration = meta.story({
  render: () => <RegistrationScreen />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Create your account' })).toBeVisible()
    await expect(await canvas.findByLabelText('Phone number')).toHaveValue('')
  },
})

export const PasswordReset = meta.story({
  name: 'Password reset (for 07400 123456)',
  render: () => <PasswordResetScreen />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'forgotten', phoneNumber: '+447400123456' })
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Reset your password' })).toBeVisible()
    await expect(await canvas.findByLabelText('Phone number')).toHaveValue('')
  },
})

export const AddAPhoneNumber = meta.story({
  name: 'Add a phone number (password “secret”)',
  render: () => <AddPhoneScreen accessToken="alices-token" userId="@alice:matrix.example.org" />,
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'secret', accessToken: 'alices-token' })
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Phone numbers' })).toBeVisible()
    await expect(await canvas.findByLabelText('Phone number')).toHaveValue('')
  },
})
