import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { PlaygroundForm } from './support/PlaygroundForm.js'
import { begin, homeserver } from './support/simulated.js'

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
    purpose: { control: 'inline-radio', options: ['register', 'resetPassword', 'addToAccount'] },
    defaultCountry: { control: 'text' },
    codeLength: { control: { type: 'number', min: 0, max: 12 }, description: '0 where it is not known.' },
    locale: { control: 'text' },
  },
})

export const Playground = meta.story({
  args: {
    homeserver: homeserver.baseUrl,
    purpose: 'register',
    defaultCountry: 'GB',
    codeLength: 0,
    locale: 'en',
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Events' })).toHaveTextContent(
      'Nothing has happened yet.',
    )
  },
})
