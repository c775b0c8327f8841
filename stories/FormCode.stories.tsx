import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import {
  askForCode,
  hasFocus,
  press,
  readCode,
  see,
  seeProblem,
  submitCode,
  wrongCode,
  type Person,
} from './support/person.js'
import { beginScenario, homeserver, passTime, smsRequests, submittedCodes } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'
import { spoken } from './support/spoken.js'

const meta = preview.meta({ title: 'Form/Code', component: StoryForm, beforeEach: beginScenario })

/** A refused code looks the same, whatever a server calls it. */
async function typeWrongCode(person: Person) {
  const code = await askForCode(person, '07400 123456')
  const typed = wrongCode()
  await submitCode(person, typed)
  await seeProblem(person, 'Verification code', refused)
  await expect(code).toHaveValue(typed)
  await hasFocus(code)
  await expect(submittedCodes()).toHaveLength(1)
}

const refused = 'That code isn’t right. Check it or request a new one.'

export const CodeSent = meta.story({
  play: async ({ canvas, userEvent }) => {
    const code = await askForCode({ canvas, userEvent }, '07400 123456')
    await hasFocus(code)
    await expect(code).toHaveAccessibleDescription(
      spoken(/We’ve texted a code to \+44 7400 123456 \(United Kingdom\)/),
    )
    await see({ canvas }, /You can resend the code in 0:\d\d\./)
    await expect(smsRequests()).toMatchObject([
      { phone_number: '+447400123456', country: 'GB', send_attempt: 1 },
    ])
    await expect(homeserver.messages).toMatchObject([{ to: '+447400123456' }])
  },
})

export const KnownCodeLength = meta.story({
  args: { codeLength: 6 },
  play: async ({ canvas, userEvent }) => {
    const code = await askForCode({ canvas, userEvent }, '07400 123456')
    await userEvent.type(code, readCode().slice(0, 4))
    await expect(canvas.getAllByRole('textbox')).toEqual([code])
    await expect(submittedCodes()).toEqual([])
  },
})

export const PastedCode = meta.story({
  name: 'Pasted code submits itself',
  args: { codeLength: 6 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await askForCode({ canvas, userEvent }, '07400 123456'))
    const code = readCode()
    await userEvent.paste(`${code.slice(0, 3)} ${code.slice(3)}`)
    await see({ canvas }, /is verified/)
    await expect(submittedCodes()).toMatchObject([{ token: code }])
  },
})

export const PastedMessage = meta.story({
  name: 'Pasted message with the code in it',
  args: { codeLength: 6 },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await askForCode({ canvas, userEvent }, '07400 123456'))
    const code = readCode()
    await userEvent.paste(`Your code is ${code}. It expires in 10 minutes.`)
    await see({ canvas }, /is verified/)
    await expect(submittedCodes()).toMatchObject([{ token: code }])
  },
})

export const TooLong = meta.story({
  name: 'Code that is too long for its boxes',
  args: { codeLength: 6 },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await userEvent.type(await askForCode(person, '07400 123456'), '6059921')
    await seeProblem(person, 'Verification code', 'This is too long. The code has 6 characters.')
    await press(person, 'Verify')
    await expect(submittedCodes()).toEqual([])
  },
})

export const ResendAllowed = meta.story({
  play: async ({ canvas, userEvent }) => {
    await askForCode({ canvas, userEvent }, '07400 123456')
    const resend = canvas.getByRole('button', { name: 'Resend code' })
    await expect(resend).toHaveAttribute('aria-disabled', 'true')
    await expect(canvas.getByRole('timer')).toHaveTextContent(/You can resend the code in/)
    await expect(resend).not.toHaveAccessibleDescription()
    passTime(30_000)
    await expect(await canvas.findByText('You can resend the code now.')).toBeInTheDocument()
    await expect(resend).toHaveAttribute('aria-disabled', 'false')
    await expect(canvas.queryByRole('timer')).not.toBeInTheDocument()
  },
})

export const AskedTooEarly = meta.story({
  play: async ({ canvas, userEvent }) => {
    await askForCode({ canvas, userEvent }, '07400 123456')
    await press({ canvas, userEvent }, 'Resend code')
    await expect(await canvas.findByText(/resend the code in \d+ seconds\./)).toBeInTheDocument()
    await expect(smsRequests()).toHaveLength(1)
  },
})

export const NewCodeSent = meta.story({
  play: async ({ canvas, userEvent }) => {
    await askForCode({ canvas, userEvent }, '07400 123456')
    passTime(30_000)
    await press({ canvas, userEvent }, 'Resend code')
    await see({ canvas }, 'Another code is on its way. Use the one in the latest text.')
    const [first, second, ...others] = smsRequests()
    await expect([first?.['send_attempt'], second?.['send_attempt']]).toEqual([1, 2])
    await expect(second?.['client_secret']).toBe(first?.['client_secret'])
    await expect(others).toEqual([])
    await expect(homeserver.messages).toHaveLength(2)
  },
})

export const WrongCode = meta.story({
  name: 'Wrong code',
  parameters: { scenario: 'specification' },
  play: async ({ canvas, userEvent }) => typeWrongCode({ canvas, userEvent }),
})

export const WrongCodeSynapse = meta.story({
  name: 'Wrong code, as Synapse refuses it',
  parameters: { scenario: 'synapse' },
  play: async ({ canvas, userEvent }) => typeWrongCode({ canvas, userEvent }),
})

export const WrongCodeSydent = meta.story({
  name: 'Wrong code, as Sydent refuses it',
  parameters: { scenario: 'sydent' },
  play: async ({ canvas, userEvent }) => typeWrongCode({ canvas, userEvent }),
})

/** Types codes until the server takes no more. */
async function typeTooManyCodes(person: Person) {
  await askForCode(person, '07400 123456')
  homeserver.failNext('submitToken', 'rate-limited')
  await submitCode(person, wrongCode())
  await see(person, 'Too many attempts. Wait a while, then try again.')
  await see(person, /You can try the code again in 5:\d\d\./)
}

export const TooManyCodes = meta.story({
  play: async ({ canvas, userEvent }) => {
    await typeTooManyCodes({ canvas, userEvent })
    await expect(submittedCodes()).toHaveLength(1)
  },
})

export const TooManyCodesWaitIsOver = meta.story({
  name: 'Too many codes, the wait is over',
  play: async ({ canvas, userEvent }) => {
    await typeTooManyCodes({ canvas, userEvent })
    passTime(333_000)
    // The announcements of before come first, and that another code can be requested.
    await canvas.findByText('You can try the code again now.', {}, { timeout: 5000 })
    await expect(canvas.queryByText(/Too many attempts/)).not.toBeInTheDocument()
    await expect(submittedCodes()).toHaveLength(1)
  },
})

export const WrongThenRight = meta.story({
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, wrongCode())
    await see(person, refused)
    await submitCode(person, readCode())
    await see(person, /is verified/)
    await expect(smsRequests()).toHaveLength(1)
  },
})

export const CodeExpired = meta.story({
  parameters: { scenario: 'session-expired' },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await submitCode(person, readCode())
    await seeProblem(person, 'Verification code', 'This code has expired. Request a new one.')
    await expect(canvas.getByRole('button', { name: 'Resend code' })).toBeVisible()
  },
})
