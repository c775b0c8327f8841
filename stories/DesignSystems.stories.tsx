import type { ReactNode } from 'react'
import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { HeadlessForm } from './support/HeadlessForm.js'
import { MantineForm } from './support/MantineForm.js'
import { MaterialForm } from './support/MaterialForm.js'
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
import { ShadcnForm } from './support/ShadcnForm.js'
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

const renderMaterial = () => (
  <Screen>
    <MaterialForm {...formOptions} />
  </Screen>
)

const renderShadcn = () => (
  <Screen>
    <ShadcnForm {...formOptions} />
  </Screen>
)

/** The real input says what is wrong, has the keys for what is typed, and gets the focus. */
async function meetProblems(person: Person) {
  const { canvas } = person
  await expect(await canvas.findByRole('combobox', { name: 'Country' })).toBeVisible()
  const number = await canvas.findByRole('textbox', { name: 'Phone number' })
  await expect(number).toHaveAttribute('type', 'tel')
  await expect(getComputedStyle(number).direction).toBe('ltr')
  await expect(number).not.toBeInvalid()
  await press(person, 'Send code')
  await see(person, 'Enter your phone number.')
  await waitFor(() => expect(number).toHaveAccessibleDescription('Enter your phone number.'))
  await expect(number).toBeInvalid()
  await hasFocus(number)
  await askForCode(person, '07400 123456')
  const code = await canvas.findByRole('textbox', { name: 'Verification code' })
  await expect(code).toHaveAttribute('inputmode', 'numeric')
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await hasFocus(code)
  await press(person, 'Verify')
  await see(person, 'Enter the code from the text.')
  await waitFor(() => expect(code).toHaveAccessibleDescription(/^Enter the code from the text\./))
  await expect(code).toBeInvalid()
  await hasFocus(code)
}

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

export const MantineProblems = meta.story({
  name: 'Mantine, with problems',
  render: renderMantine,
  play: async ({ canvas, userEvent }) => meetProblems({ canvas, userEvent }),
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
    await see(person, 'Enter the code from the text.')
  },
})

export const Material = meta.story({
  name: 'Material UI',
  render: renderMaterial,
  play: async ({ canvas, userEvent }) => {
    const country = await canvas.findByRole('combobox', { name: 'Country' })
    await waitFor(() => expect(country).toHaveValue('United Kingdom (+44)'))
    await userEvent.clear(country)
    await userEvent.type(country, 'united k{ArrowDown}{Enter}')
    await expect(country).toHaveValue('United Kingdom (+44)')
    await verify({ canvas, userEvent })
  },
})

export const MaterialProblems = meta.story({
  name: 'Material UI, with problems',
  render: renderMaterial,
  play: async ({ canvas, userEvent }) => meetProblems({ canvas, userEvent }),
})

export const Shadcn = meta.story({
  name: 'shadcn/ui',
  render: renderShadcn,
  play: async ({ canvas, userEvent }) => verify({ canvas, userEvent }),
})

export const ShadcnProblems = meta.story({
  name: 'shadcn/ui, with problems',
  render: renderShadcn,
  play: async ({ canvas, userEvent }) => meetProblems({ canvas, userEvent }),
})

export const TailwindProblems = meta.story({
  name: 'Tailwind, with problems',
  render: renderTailwind,
  play: async ({ canvas, userEvent }) => meetProblems({ canvas, userEvent }),
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
