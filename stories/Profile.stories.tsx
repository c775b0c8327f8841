import { expect, fn, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { askForCode, press, readCode, see, submitCode } from './support/person.js'
import { ProfileScreen } from './support/ProfileScreen.js'
import { beginScenario, homeserver } from './support/simulated.js'

const saved = fn()

const meta = preview.meta({
  title: 'Field/Profile',
  component: ProfileScreen,
  beforeEach: [beginScenario, () => void saved.mockClear()],
  args: { phone: { phoneNumber: '+447400123456' }, onSave: saved },
})

export const ExistingNumber = meta.story({
  name: 'With the number of the account',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await expect(await canvas.findByText('+44 7400 123456')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Change number' })).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Name'), ' Liddell')
    await press(person, 'Save')
    await see(person, 'Saved.')
    await expect(saved.mock.calls).toEqual([[{ name: 'Alice Liddell', phone: null }]])
    await expect(homeserver.requests).toEqual([])
  },
})

export const AnotherNumber = meta.story({
  name: 'With another number than before',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await press(person, 'Change number')
    await userEvent.clear(await canvas.findByLabelText('Phone number'))
    await askForCode(person, '07400 654321')
    await submitCode(person, readCode())
    await see(person, /is verified/)
    await press(person, 'Save')
    await see(person, 'Saved.')
    await expect(saved.mock.calls).toMatchObject([[{ phone: { phoneNumber: '+447400654321' } }]])
  },
})

export const InAWrapper = meta.story({
  name: 'Without a number, in the app’s wrapper',
  args: { phone: null },
  play: async ({ canvas, userEvent }) => {
    const number = await canvas.findByLabelText('Phone number')
    await expect(canvas.getByLabelText('Your phone')).toBe(number)
    await expect(number).toHaveAttribute('name', 'phone')
    await expect(number).toHaveAccessibleDescription(/Your contacts find you by it\./)
    await userEvent.type(number, '07400{Enter}')
    await waitFor(() => expect(number).toBeInvalid())
  },
})
