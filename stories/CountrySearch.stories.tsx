import { expect, waitFor } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { CountrySearchField } from './support/CountrySearchField.js'
import { hasFocus, type Person } from './support/person.js'

/** How long a development server may take to build what is loaded late. */
const patience = { timeout: 10_000 }

const meta = preview.meta({
  title: 'Parts/Country search',
  component: CountrySearchField,
  args: { initial: 'GB' },
})

export const Closed = meta.story({
  play: async (person) => {
    await expect(await picker(person)).toHaveTextContent('United Kingdom (+44)')
  },
})

export const Open = meta.story({
  play: async (person) => {
    const search = await open(person)
    await hasFocus(search)
    await expect(person.canvas.getByRole('option', { name: 'United Kingdom +44' })).toBeVisible()
  },
})

export const ByName = meta.story({
  name: 'Found by name',
  play: async (person) => {
    await person.userEvent.type(await open(person), 'cote')
    await expect(optionsOf(person)).toEqual(['Côte d’Ivoire +225'])
  },
})

export const ByCallingCode = meta.story({
  name: 'Found by calling code',
  play: async (person) => {
    await person.userEvent.type(await open(person), '+44')
    await expect(optionsOf(person)[0]).toBe('United Kingdom +44')
    await expect(optionsOf(person)).toHaveLength(4)
  },
})

export const NothingFound = meta.story({
  name: 'Nothing found',
  play: async (person) => {
    await person.userEvent.type(await open(person), 'atlantis')
    await expect(person.canvas.getByText('No country found. Check the spelling.')).toBeVisible()
  },
})

export const Chosen = meta.story({
  play: async (person) => {
    await open(person)
    await person.userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(await picker(person)).toHaveTextContent('United States (+1)')
    await hasFocus(await picker(person))
  },
})

export const Preferred = meta.story({
  name: 'Preferred countries on top',
  args: { preferred: ['GB', 'IE'] },
  play: async (person) => {
    await open(person)
    await expect(optionsOf(person).slice(0, 3)).toEqual([
      'United Kingdom +44',
      'Ireland +353',
      'Afghanistan +93',
    ])
  },
})

export const WithFlags = meta.story({
  name: 'With flags',
  args: { flags: true },
  play: async (person) => {
    await open(person)
    const france = person.canvas.getByRole('option', { name: 'France +33' })
    await waitFor(() => expect(france.querySelector('svg')).not.toBeNull(), patience)
  },
})

export const Arabic = meta.story({
  args: { locale: 'ar', flags: true },
  globals: { direction: 'rtl' },
  play: async (person) => {
    await open(person)
    await expect(person.canvas.getByRole('option', { name: 'المملكة المتحدة +44' })).toBeVisible()
  },
})

export const Disabled = meta.story({
  args: { disabled: true },
  play: async (person) => {
    await expect(await picker(person)).toBeDisabled()
  },
})

/** The button, which takes the native picker's place when it is loaded. */
function picker({ canvas }: Person): Promise<HTMLElement> {
  return canvas.findByRole('button', { name: /^Country / }, patience)
}

async function open(person: Person): Promise<HTMLElement> {
  await person.userEvent.click(await picker(person))
  return person.canvas.findByRole('combobox', { name: 'Search countries' })
}

function optionsOf({ canvas }: Person): string[] {
  return canvas.queryAllByRole('option').map((option) => option.textContent)
}
