import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import {
  askForCode,
  hasFocus,
  press,
  readCode,
  see,
  submitCode,
  typeNumber,
  type Person,
} from './support/person.js'
import { beginScenario, homeserver, smsRequests, submittedCodes } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'

const meta = preview.meta({ title: 'Form/Connection', component: StoryForm, beforeEach: beginScenario })

async function ask(person: Person) {
  await typeNumber(person, '07400 123456')
  await press(person, 'Send code')
}

const attempts = () => smsRequests().map((body) => body['send_attempt'])
const secrets = () => new Set(smsRequests().map((body) => body['client_secret']))

export const ServerDown = meta.story({
  parameters: { scenario: 'gateway-down' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await see({ canvas }, 'Something went wrong on the server. Try again in a moment.')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.getByLabelText('Phone number')).toHaveValue('07400 123456')
  },
})

export const Offline = meta.story({
  parameters: { scenario: 'offline' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await see({ canvas }, 'Can’t reach the server. Check your connection and try again.')
    await expect(homeserver.messages).toEqual([])
  },
})

export const OfflineThenTryAgain = meta.story({
  name: 'Offline, then try again',
  parameters: { scenario: 'offline' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await see(person, /Can’t reach the server/)
    homeserver.scenario = 'specification'
    await press(person, 'Try again')
    await hasFocus(await canvas.findByLabelText('Verification code'))
    await expect(attempts()).toEqual([1, 1])
    await expect(secrets().size).toBe(1)
    await expect(homeserver.messages).toHaveLength(1)
  },
})

export const AnswerLost = meta.story({
  name: 'The SMS came, its answer did not',
  parameters: { scenario: 'lost-answer' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await ask(person)
    await see(person, /Can’t reach the server/)
    await expect(homeserver.messages).toHaveLength(1)
    homeserver.scenario = 'specification'
    await press(person, 'Try again')
    await canvas.findByLabelText('Verification code')
    await expect(attempts()).toEqual([1, 1])
    await expect(homeserver.messages).toHaveLength(1)
    await submitCode(person, readCode())
    await see(person, /is verified/)
  },
})

export const SmsNotSent = meta.story({
  name: 'The SMS could not be sent',
  parameters: { scenario: 'sms-failed' },
  play: async ({ canvas, userEvent }) => {
    await ask({ canvas, userEvent })
    await see({ canvas }, 'We couldn’t send the text. Try again.')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const OfflineWithTheCode = meta.story({
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    const code = await askForCode(person, '07400 123456')
    homeserver.scenario = 'offline'
    await submitCode(person, readCode())
    await see(person, /Can’t reach the server/)
    await expect(code).toHaveValue(readCode())
    homeserver.scenario = 'specification'
    await press(person, 'Try again')
    await see(person, /is verified/)
    await expect(submittedCodes()).toHaveLength(2)
  },
})
