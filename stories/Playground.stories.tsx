import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { onStart } from './support/onStart.js'
import { PlaygroundForm } from './support/PlaygroundForm.js'
import { begin, homeserver } from './support/simulated.js'

const COUNTRIES = ['AU', 'BR', 'CA', 'DE', 'EG', 'ES', 'FR', 'GB', 'IE', 'IN', 'IR', 'IT', 'JP', 'KZ', 'US']

const meta = preview.meta({
  title: 'Playground',
  component: PlaygroundForm,
  beforeEach: ({ msw }) => begin(msw),
  argTypes: {
    homeserver: {
      control: 'text',
      description:
        'The base URL of a homeserver. Any but the simulated one is asked in earnest, and texts in earnest.',
    },
    apiPath: { control: 'inline-radio', options: ['/_matrix/client/v3', '/_matrix/client/r0'] },
    purpose: {
      control: 'inline-radio',
      options: ['register', 'resetPassword', 'addToAccount'],
      description: 'An account of the simulated homeserver has the number 07400 123456.',
    },
    defaultCountry: { control: 'select', options: COUNTRIES },
    preferredCountries: { control: 'multi-select', options: COUNTRIES },
    countrySelect: { control: 'inline-radio', options: ['native', 'search'] },
    flags: { control: 'boolean', if: { arg: 'countrySelect', eq: 'search' } },
    formatAsYouType: {
      control: 'boolean',
      description: 'Whether the number is formatted, and its country selected, while it is typed.',
    },
    exampleNumber: { control: 'boolean', description: 'Shows a number of the selected country in the hint.' },
    codeLength: {
      control: { type: 'number', min: 0, max: 12 },
      description: '0 where it is not known. The simulated homeserver’s codes have 6 digits.',
    },
    autoSubmit: { control: 'inline-radio', options: ['never', 'filled', 'complete'] },
    resendDelay: { control: { type: 'number', min: 0, max: 600 }, description: 'Seconds.' },
    disabled: { control: 'boolean' },
  },
})

export const Playground = meta.story({
  args: {
    homeserver: homeserver.baseUrl,
    apiPath: '/_matrix/client/v3',
    purpose: 'register',
    defaultCountry: 'GB',
    preferredCountries: [],
    countrySelect: 'native',
    flags: false,
    formatAsYouType: true,
    exampleNumber: false,
    codeLength: 0,
    autoSubmit: 'filled',
    resendDelay: 30,
    disabled: false,
  },
  beforeEach: onStart(() => {
    homeserver.createAccount({ username: 'alice', password: 'secret', phoneNumber: '+447400123456' })
  }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Events' })).toHaveTextContent(
      'Nothing has happened yet.',
    )
  },
})
