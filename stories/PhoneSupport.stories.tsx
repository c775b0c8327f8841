import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { OptionalPhoneScreen } from './support/OptionalPhoneScreen.js'
import { see } from './support/person.js'
import { beginScenario, homeserver } from './support/simulated.js'

/** The homeserver is asked before the person is: no SMS, no account, and the app decides what to show. */
const meta = preview.meta({
  title: 'Screens/What the homeserver takes',
  component: OptionalPhoneScreen,
  beforeEach: beginScenario,
})

const nobodyWasTexted = () => expect(homeserver.messages).toEqual([])

export const ShowTheForm = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeVisible()
    await see({ canvas }, 'You can do this later, too.')
    await nobodyWasTexted()
    await expect(homeserver.accounts).toEqual([])
  },
})

export const Explain = meta.story({
  name: 'Explain why there is no form',
  parameters: { scenario: 'not-supported-synapse' },
  play: async ({ canvas }) => {
    await see({ canvas }, 'This server takes no phone numbers.')
    await expect(canvas.queryByLabelText('Phone number')).not.toBeInTheDocument()
    await nobodyWasTexted()
  },
})

export const Hide = meta.story({
  name: 'Hide the form',
  args: { hides: true },
  parameters: { scenario: 'not-supported-synapse' },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByRole('main')).toHaveAttribute('aria-busy', 'false'))
    await expect(canvas.queryByRole('status')).not.toBeInTheDocument()
    await expect(canvas.queryByLabelText('Phone number')).not.toBeInTheDocument()
  },
})

export const AccountsElsewhere = meta.story({
  name: 'Accounts are kept by an OAuth server',
  parameters: { scenario: 'oauth-preferred' },
  play: async ({ canvas }) => {
    await see({ canvas }, 'Accounts of this server are kept elsewhere.')
    await expect(canvas.getByRole('link', { name: 'Add your number there' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^https:/),
    )
  },
})

export const NobodyKnows = meta.story({
  name: 'The homeserver cannot be asked',
  parameters: { scenario: 'offline' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Phone number')).toBeVisible()
    await nobodyWasTexted()
  },
})
