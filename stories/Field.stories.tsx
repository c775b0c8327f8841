import { expect, fn } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { FieldScreen } from './support/FieldScreen.js'
import {
  askForCode,
  hasFocus,
  press,
  readCode,
  see,
  seeProblem,
  submitCode,
  typeNumber,
} from './support/person.js'
import { beginScenario, homeserver, smsRequests } from './support/simulated.js'

const meta = preview.meta({ title: 'Field', component: FieldScreen, beforeEach: beginScenario })

const FIRST = /Verify your phone number first/

const registered = fn()

export const InARegistration = meta.story({
  name: 'In a registration form',
  args: { onRegister: registered },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await typeNumber(person, '07400 123456{Enter}')
    await userEvent.type(await canvas.findByLabelText('Verification code'), `${readCode()}{Enter}`)
    await see(person, /is verified/)
    await expect(registered).not.toHaveBeenCalled()
    await press(person, 'Create account')
    await see(person, 'Welcome. Your account is ready.')
    await expect(registered.mock.calls).toMatchObject([
      [{ username: 'alice', phone: { phoneNumber: '+447400123456' } }],
    ])
  },
})

export const NotVerifiedYet = meta.story({
  name: 'Submitted before it is verified',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await typeNumber(person, '07400 123456')
    await press(person, 'Create account')
    await seeProblem(person, 'Phone number', FIRST)
    await hasFocus(canvas.getByLabelText('Phone number'))
    await expect(smsRequests()).toEqual([])
  },
})

export const NotVerifiedAtTheCode = meta.story({
  name: 'Submitted while the code is awaited',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await userEvent.type(await canvas.findByLabelText('Username'), 'alice')
    await userEvent.type(canvas.getByLabelText('Password'), 'correct horse battery')
    await askForCode(person, '07400 123456')
    await press(person, 'Create account')
    await see(person, FIRST)
    await expect(canvas.getByLabelText('Verification code')).toBeInvalid()
    await hasFocus(canvas.getByLabelText('Verification code'))
  },
})

export const InitialValue = meta.story({
  name: 'A number that was verified before',
  args: {
    saved: {
      phoneNumber: '+447400123456',
      country: 'GB',
      sid: 'an-earlier-session',
      clientSecret: 'an-earlier-secret-of-32-characters',
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('+44 7400 123456')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Change number' })).toBeVisible()
    await expect(homeserver.requests).toEqual([])
  },
})

export const Changed = meta.story({
  name: 'Changed after it was verified',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, readCode())
    await see(person, /is verified/)
    await press(person, 'Change number')
    await hasFocus(await canvas.findByLabelText('Phone number'))
    await press(person, 'Create account')
    await see(person, FIRST)
  },
})

export const Cleared = meta.story({
  name: 'Cleared with the form',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await press(person, 'Clear the form')
    await expect(await canvas.findByLabelText('Phone number')).toHaveValue('')
  },
})

export const Disabled = meta.story({
  args: { disabled: true },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeDisabled()
    await expect(canvas.getByRole('button', { name: 'Send code' })).toBeDisabled()
  },
})
