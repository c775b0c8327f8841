import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { hasFocus, press, see, seeProblem, typeNumber } from './support/person.js'
import { beginScenario, smsRequests } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'
import { spoken } from './support/spoken.js'

const meta = preview.meta({
  title: 'Form/What was typed',
  component: StoryForm,
  beforeEach: beginScenario,
})

export const NumberMissing = meta.story({
  play: async ({ canvas, userEvent }) => {
    await press({ canvas, userEvent }, 'Send code')
    await see({ canvas }, 'Enter your phone number.')
    await hasFocus(canvas.getByLabelText('Phone number'))
    await expect(smsRequests()).toEqual([])
  },
})

export const TooShort = meta.story({
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '07400 1234')
    await press(person, 'Send code')
    await seeProblem(person, 'Phone number', 'This number is too short. Check for missing digits.')
    await expect(smsRequests()).toEqual([])
  },
})

export const NotDigits = meta.story({
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '0800 FLOWERS')
    await userEvent.tab()
    await seeProblem(person, 'Phone number', 'A phone number can’t have letters in it. Use digits only.')
    await expect(canvas.getByLabelText('Phone number')).toHaveValue('0800 FLOWERS')
  },
})

export const UnknownCountryCode = meta.story({
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '+999 12345678')
    await userEvent.tab()
    await seeProblem(person, 'Phone number', /This country code doesn’t exist/)
  },
})

export const Landline = meta.story({
  name: 'Landline: send anyway',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '020 7946 0958')
    await press(person, 'Send code')
    await see(person, /doesn’t look like a mobile number/)
    await expect(smsRequests()).toEqual([])
    await press(person, 'Send anyway')
    await canvas.findByLabelText('Verification code')
    await expect(smsRequests()).toMatchObject([{ phone_number: '+442079460958', country: 'GB' }])
  },
})

export const LandlineWarning = meta.story({
  name: 'Landline: the warning',
  play: async ({ canvas, userEvent }) => {
    await typeNumber({ canvas, userEvent }, '020 7946 0958')
    await userEvent.tab()
    await see({ canvas }, /It may not get texts/)
    await expect(canvas.getByRole('button', { name: 'Send anyway' })).toBeVisible()
    await expect(canvas.getByLabelText('Phone number')).toBeValid()
  },
})

export const DidYouMean = meta.story({
  name: 'Did you mean…?',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '33612345678')
    await press(person, 'Send code')
    await expect(await canvas.findByRole('group')).toHaveTextContent(
      spoken('Did you mean +33 6 12 34 56 78?'),
    )
    await expect(canvas.getByRole('button', { name: /\+33 6 12 34 56 78/ })).toBeVisible()
    await expect(canvas.getByLabelText('Phone number')).toHaveValue('33612345678')
    await expect(smsRequests()).toEqual([])
  },
})

export const DidYouMeanYes = meta.story({
  name: 'Did you mean…? Yes',
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '33612345678')
    await press(person, 'Send code')
    await press(person, /\+33 6 12 34 56 78/)
    await canvas.findByLabelText('Verification code')
    await expect(smsRequests()).toMatchObject([{ phone_number: '+33612345678', country: 'FR' }])
  },
})

export const InternationalNumber = meta.story({
  name: 'International number switches the country',
  play: async ({ canvas, userEvent }) => {
    await typeNumber({ canvas, userEvent }, '0049 1522 8817386')
    await userEvent.tab()
    // The numbering plans may still be on their way.
    await expect(await canvas.findByDisplayValue('+49 1522 8817386', {}, { timeout: 5000 })).toBeVisible()
    await expect(canvas.getByLabelText('Country')).toHaveDisplayValue(spoken('Germany (+49)'))
    await expect(canvas.getByText('Country changed: Germany.')).toBeInTheDocument()
  },
})

export const CountryNotOffered = meta.story({
  args: { countries: ['GB', 'IE'] },
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await typeNumber(person, '+49 1522 8817386')
    await press(person, 'Send code')
    await seeProblem(person, 'Phone number', /from this country aren’t supported/)
    await expect(canvas.getByLabelText('Country')).toHaveDisplayValue(spoken('United Kingdom (+44)'))
    await expect(smsRequests()).toEqual([])
  },
})
