import { expect, fn } from 'storybook/test'
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
import { beginScenario, homeserver, smsRequests } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'
import { spoken } from './support/spoken.js'

const meta = preview.meta({ title: 'Form/Verified', component: StoryForm, beforeEach: beginScenario })

async function verify(person: Person) {
  await askForCode(person, '07400 123456')
  await submitCode(person, readCode())
}

export const Verified = meta.story({
  args: { onVerified: fn() },
  play: async ({ args, canvas, userEvent }) => {
    await verify({ canvas, userEvent })
    const text = await canvas.findByRole('heading', { name: /is verified/ })
    await expect(text).toHaveTextContent(spoken('+44 7400 123456 is verified.'))
    await hasFocus(text)
    await expect(args.onVerified).toHaveBeenCalledTimes(1)
    await expect(args.onVerified).toHaveBeenCalledWith(
      expect.objectContaining({ phoneNumber: '+447400123456', country: 'GB' }),
      { resumed: false },
    )
  },
})

export const AppFailed = meta.story({
  name: 'Verified, but the app failed with it',
  args: { onVerified: fn().mockName('onVerified') },
  beforeEach: ({ args }) => {
    const failing = fn(args.onVerified).mockRejectedValueOnce(new Error('The account could not be made.'))
    args.onVerified = failing
  },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await verify(person)
    await see(person, 'Your number is verified, but the next step failed. Try again.')
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const FollowTheLink = meta.story({
  parameters: { scenario: 'no-submit-url' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '07400 123456')
    await press(person, 'Send code')
    await hasFocus(await canvas.findByRole('heading', { name: /Check your texts/ }))
    await expect(canvas.queryByRole('textbox')).not.toBeInTheDocument()
    await expect(canvas.getByRole('button', { name: 'Resend text' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Change number' })).toBeVisible()
    await expect(smsRequests()).toHaveLength(1)
  },
})

/** An app that asks its server whether the link was opened. Here that is known by the phone. */
let isLinkOpened = false

export const FollowTheLinkThenConfirm = meta.story({
  name: 'Follow the link, then confirm',
  parameters: { scenario: 'no-submit-url' },
  args: { checkExternal: async () => isLinkOpened },
  beforeEach: () => {
    isLinkOpened = false
  },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '07400 123456')
    await press(person, 'Send code')
    await press(person, 'I’ve confirmed my number')
    await see(person, /Your number isn’t confirmed yet/)
    await press(person, 'Open the link')
    isLinkOpened = true
    await press(person, 'I’ve confirmed my number')
    await see(person, /is verified/)
    await expect(homeserver.messages).toHaveLength(1)
  },
})
