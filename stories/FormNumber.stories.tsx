import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { press, see, typeNumber } from './support/person.js'
import { beginScenario, homeserver, passTime, smsRequests } from './support/simulated.js'
import { StoryForm } from './support/StoryForm.js'
import { spoken } from './support/spoken.js'

const meta = preview.meta({ title: 'Form/Number', component: StoryForm, beforeEach: beginScenario })

export const Empty = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Country')).toHaveDisplayValue(spoken('United Kingdom (+44)'))
    const number = canvas.getByLabelText('Phone number')
    await expect(number).toHaveValue('')
    await expect(number).not.toHaveFocus()
    await expect(canvas.getByRole('button', { name: 'Send code' })).toBeVisible()
    await expect(homeserver.requests).toEqual([])
  },
})

export const InOneRow = meta.story({
  name: 'Country and number in one row',
  args: { layout: 'row' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('combobox', { name: 'Country' })).toHaveDisplayValue(
      spoken('United Kingdom (+44)'),
    )
    await expect(canvas.getByRole('textbox', { name: 'Phone number' })).toBeVisible()
    await expect(canvas.getByText('+44')).toBeVisible()
  },
})

export const InOneRowWithFlags = meta.story({
  name: 'One row, with flags and a search',
  args: { layout: 'row', countrySelect: 'search', flags: true },
  play: async ({ canvas, userEvent }) => {
    const country = await canvas.findByRole('button', { name: /^Country / }, { timeout: 10_000 })
    await userEvent.click(country)
    await userEvent.keyboard('fran{Enter}')
    await expect(await canvas.findByText('+33')).toBeVisible()
    await typeNumber({ canvas, userEvent }, '06 12 34 56 78')
  },
})

export const PrefilledNumber = meta.story({
  args: { defaultPhoneNumber: '+33639980001' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByDisplayValue('+33 6 39 98 00 01')).toBeVisible()
    await expect(await canvas.findByDisplayValue('France (+33)')).toBeVisible()
    await expect(smsRequests()).toEqual([])
  },
})

export const FormattedAsYouType = meta.story({
  name: 'Formatted as you type',
  play: async ({ canvas, userEvent }) => {
    const number = await canvas.findByLabelText('Phone number')
    await userEvent.type(number, '074001234')
    await waitFor(() => expect(number).toHaveValue('07400 1234'))
    await userEvent.clear(number)
    await userEvent.type(number, '+33612')
    await expect(number).toHaveValue('+33 6 12')
    await expect(canvas.getByLabelText('Country')).toHaveDisplayValue(spoken('France (+33)'))
  },
})

export const FormattedWhenLeft = meta.story({
  name: 'Formatted when it is left',
  args: { formatAsYouType: false },
  play: async ({ canvas, userEvent }) => {
    const number = await canvas.findByLabelText('Phone number')
    await userEvent.type(number, '+33612345678')
    await expect(number).toHaveValue('+33612345678')
    await userEvent.tab()
    await waitFor(() => expect(number).toHaveValue('+33 6 12 34 56 78'))
  },
})

export const ExampleNumber = meta.story({
  name: 'Number as an example',
  args: { exampleNumber: true },
  play: async ({ canvas }) => {
    await see({ canvas }, '07400 123456')
  },
})

export const CountryNotOffered = meta.story({
  name: 'Country that is not offered',
  args: { defaultCountry: 'US', countries: ['GB', 'IE'] },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByLabelText('Country')).toHaveDisplayValue('Choose a country')
    await typeNumber({ canvas, userEvent }, '07400 123456')
    await press({ canvas, userEvent }, 'Send code')
    await see({ canvas }, 'Choose your country, or start the number with a plus and the country code.')
    await expect(smsRequests()).toEqual([])
  },
})

export const PreferredCountries = meta.story({
  args: { preferredCountries: ['IE', 'GB'], defaultCountry: 'IE' },
  play: async ({ canvas }) => {
    await canvas.findByRole('option', { name: 'Zimbabwe (+263)' })
    const countries = canvas.getAllByRole('option')
    await expect(countries[0]).toHaveTextContent(spoken('Ireland (+353)'))
    await expect(countries.length).toBeGreaterThan(200)
  },
})

export const CountrySearch = meta.story({
  name: 'Country with a search',
  args: { countrySelect: 'search', flags: true, preferredCountries: ['GB', 'IE'] },
  play: async ({ canvas, userEvent }) => {
    const picker = await waitFor(() => {
      const button = canvas.getByLabelText('Country')
      if (button.tagName !== 'BUTTON') throw new Error('The picker with a search is not here yet.')
      return button
    })
    await userEvent.click(picker)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(await canvas.findByLabelText('Country')).toHaveTextContent(spoken('Ireland (+353)'))
    await typeNumber({ canvas, userEvent }, '085 012 3456')
    await press({ canvas, userEvent }, 'Send code')
    await canvas.findByLabelText('Verification code')
    await expect(smsRequests()).toMatchObject([{ phone_number: '+353850123456', country: 'IE' }])
  },
})

export const Sending = meta.story({
  parameters: { scenario: 'slow' },
  play: async ({ canvas, userEvent }) => {
    await typeNumber({ canvas, userEvent }, '07400 123456')
    await press({ canvas, userEvent }, 'Send code')
    await see({ canvas }, 'Sending…')
    await press({ canvas, userEvent }, 'Send code')
    await expect(canvas.getByLabelText('Phone number')).toHaveAttribute('readonly')
    await waitFor(() => expect(smsRequests()).toHaveLength(1))
  },
})

export const StillSending = meta.story({
  name: 'Still sending (after 10 seconds)',
  parameters: { scenario: 'slow' },
  play: async ({ canvas, userEvent }) => {
    await typeNumber({ canvas, userEvent }, '07400 123456')
    await press({ canvas, userEvent }, 'Send code')
    await see({ canvas }, 'Sending…')
    passTime(10_000)
    await see({ canvas }, 'Still sending. This can take up to a minute.')
    await expect(canvas.getByRole('button', { name: 'Change number' })).toBeVisible()
    await waitFor(() => expect(smsRequests()).toHaveLength(1))
  },
})

export const Disabled = meta.story({
  args: { disabled: true, defaultPhoneNumber: '+447400123456' },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeDisabled()
    await expect(canvas.getByLabelText('Country')).toBeDisabled()
    await userEvent.click(canvas.getByRole('button', { name: 'Send code' }))
    await expect(smsRequests()).toEqual([])
  },
})
