import { expect } from 'storybook/test'
import preview from '../.storybook/preview.js'
import { appPages, type AppPage } from './support/appPages.js'
import { PageAround } from './support/PageAround.js'
import { press, see } from './support/person.js'
import { beginScenario } from './support/simulated.js'

/** The form in pages that have styles already, on a light or dark system. */
const meta = preview.meta({
  title: 'Pages',
  component: PageAround,
  beforeEach: beginScenario,
  parameters: { bare: true },
})

export const ViteTemplate = meta.story({
  name: "Vite's template of old",
  args: { page: named("Vite's template until version 7") },
  play: async ({ canvas, userEvent }) => {
    await press({ canvas, userEvent }, 'Send code')
    await see({ canvas }, 'Enter your phone number.')
  },
})

export const NextTemplate = meta.story({
  name: 'create-next-app',
  args: { page: named('create-next-app') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Send code' })).toBeVisible()
  },
})

export const Articles = meta.story({
  name: 'A site of articles',
  args: { page: named('a site of articles with small letters and styled forms') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('textbox', { name: 'Phone number' })).toBeVisible()
  },
})

function named(name: string): AppPage {
  const page = appPages.find((one) => one.name === name)
  if (page === undefined) throw new Error(`There is no page "${name}".`)
  return page
}
