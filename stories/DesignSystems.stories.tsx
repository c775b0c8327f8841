import type { ReactNode } from 'react'
import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { HeadlessForm } from './support/HeadlessForm.js'
import { MantineForm } from './support/MantineForm.js'
import { askForCode, press, readCode, see, submitCode, typeNumber, type Person } from './support/person.js'
import { beginScenario, homeserver, now, smsRequests } from './support/simulated.js'
import { SimulatedPhone } from './support/SimulatedPhone.js'
import { TailwindForm } from './support/TailwindForm.js'

const meta = preview.meta({ title: 'Design systems', beforeEach: beginScenario })

const options = { homeserver: homeserver.baseUrl, purpose: 'register', now } as const
const formOptions = { ...options, defaultCountry: 'GB', locale: 'en' }

/** These systems stay light here, whatever the toolbar says: their own themes are theirs. */
function Screen({ children }: { children: ReactNode }) {
  return (
    <div className="screen">
      <main className="card" data-theme="light">
        {children}
      </main>
      <SimulatedPhone homeserver={homeserver} />
    </div>
  )
}

const renderMantine = () => (
  <Screen>
    <MantineForm {...formOptions} />
  </Screen>
)

const renderTailwind = () => (
  <Screen>
    <TailwindForm {...formOptions} />
  </Screen>
)

async function verify(person: Person) {
  await askForCode(person, '07400 123456')
  await submitCode(person, readCode())
  await see(person, /is verified/)
  await expect(smsRequests()).toHaveLength(1)
}

export const Mantine = meta.story({
  render: renderMantine,
  play: async ({ canvas, userEvent }) => verify({ canvas, userEvent }),
})

export const MantineWithAWarning = meta.story({
  name: 'Mantine, with a warning',
  render: renderMantine,
  play: async ({ canvas, userEvent }) => {
    await typeNumber({ canvas, userEvent }, '020 7946 0958')
    await press({ canvas, userEvent }, 'Send code')
    await expect(await canvas.findByRole('button', { name: 'Send anyway' })).toBeVisible()
  },
})

export const Tailwind = meta.story({
  render: renderTailwind,
  play: async ({ canvas, userEvent }) => verify({ canvas, userEvent }),
})

export const TailwindCode = meta.story({
  name: 'Tailwind, with a wrong code',
  render: renderTailwind,
  play: async ({ canvas, userEvent }) => {
    const person = { canvas, userEvent }
    await askForCode(person, '07400 123456')
    await press(person, 'Verify')
    await see(person, 'Enter the code from the text message.')
  },
})

export const Headless = meta.story({
  name: 'The hook alone',
  render: () => (
    <Screen>
      <HeadlessForm {...options} />
    </Screen>
  ),
  play: async ({ canvas, userEvent }) => verify({ canvas, userEvent }),
})
