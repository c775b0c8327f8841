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
  parameters: { controls: { disable: false, expanded: true } },
  argTypes: {
    homeserver: {
      control: 'text',
      description:
        'The base URL of a homeserver, or the name of its server. Any other than the simulated one sends real text messages.',
    },
    apiPath: {
      control: 'inline-radio',
      options: ['/_matrix/client/v3', '/_matrix/client/r0'],
      description: 'The path of the API. `r0` is the one of servers from before Matrix 1.1.',
    },
    purpose: {
      control: 'inline-radio',
      options: ['register', 'resetPassword', 'addToAccount'],
      description:
        'What the number is for. On the simulated homeserver, an account has the number 07400 123456.',
    },
    defaultCountry: {
      control: 'select',
      options: COUNTRIES,
      description: 'The country that is selected at first. A change clears the form.',
    },
    preferredCountries: {
      control: 'multi-select',
      options: COUNTRIES,
      description: 'Countries at the top of the list.',
    },
    countrySelect: {
      control: 'inline-radio',
      options: ['native', 'search'],
      description: 'The browser’s own list, or a list with a search.',
    },
    flags: {
      control: 'boolean',
      description: 'Shows flags in the list with a search, and beside the number in one row.',
    },
    layout: {
      control: 'inline-radio',
      options: ['stacked', 'row'],
      description: 'The country above the number, or both in one row.',
    },
    formatAsYouType: {
      control: 'boolean',
      description: 'Formats the number and selects its country while it is typed.',
    },
    exampleNumber: {
      control: 'boolean',
      description: 'Shows a number of the selected country in the hint.',
    },
    codeLength: {
      control: { type: 'number', min: 0, max: 12 },
      description: 'Draws a box for each digit; 0 for one plain field. The simulated codes have 6 digits.',
    },
    autoSubmit: {
      control: 'inline-radio',
      options: ['never', 'filled', 'complete'],
      description: 'What submits the code without the button: nothing, a filled-in code, or the last digit.',
    },
    resendDelay: {
      control: { type: 'number', min: 0, max: 600 },
      description: 'Seconds until another code can be requested. Counts from the next SMS on.',
    },
    disabled: { control: 'boolean', description: 'Nothing can be typed or pressed.' },
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
    layout: 'stacked',
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

export const ServerName = Playground.extend({
  name: 'Playground, by the name of a server',
  args: { homeserver: new URL(homeserver.baseUrl).host },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Find the homeserver/ }))
    await expect(await canvas.findByLabelText('Phone number')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Simulated phone' })).toBeVisible()
  },
})
