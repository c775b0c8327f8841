import { expect } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, code, country, NUMBER, number, show, problem } from './app.js'

/** Every step and state that takes room, and how a person comes there. */
export const states: [string, () => Promise<void>][] = [
  ['the empty form', async () => void show()],
  ['a number that is wrong', async () => ask('07400 1234', {})],
  ['a warning', async () => ask('020 7946 0958', {})],
  ['a question', async () => ask('33612345678', {})],
  ['an error', async () => ask(NUMBER, { scenario: 'gateway-down' })],
  ['a wait', async () => ask(NUMBER, { scenario: 'rate-limited' })],
  ['a number in use', async () => ask(NUMBER, { scenario: 'number-in-use', onRecovery: () => undefined })],
  ['the code', async () => ask(NUMBER, {})],
  ['boxes for the code', async () => ask(NUMBER, { codeLength: 8 })],
  ['the link', async () => ask(NUMBER, { scenario: 'no-submit-url', checkExternal: async () => false })],
  ['nothing supported', async () => ask(NUMBER, { scenario: 'not-supported' })],
  ['the verified number', verify],
  ['the list of countries', async () => openPicker({})],
  ['country and number in one row', async () => picker({ layout: 'row', flags: true })],
  ['the list of countries of a row', async () => openPicker({ layout: 'row', flags: true })],
]

async function verify() {
  const { homeserver } = show()
  await number.fill(NUMBER)
  await userEvent.click(button('Send code'))
  await expect.element(code).toBeVisible()
  await code.fill((await homeserver.nextSms()).code)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('heading', { name: /is verified/ })).toBeVisible()
}

/** The picker with a search, once it has taken the place of the native one. */
async function picker(props: Parameters<typeof show>[0]) {
  show({ countrySelect: 'search', ...props })
  await expect.element(country).toHaveProperty('tagName', 'BUTTON')
}

async function openPicker(props: Parameters<typeof show>[0]) {
  await picker(props)
  await userEvent.click(country)
  await userEvent.keyboard('united')
  await expect.element(page.getByRole('option').first()).toBeVisible()
}

async function ask(text: string, props: Parameters<typeof show>[0]) {
  const { homeserver } = show(props)
  await number.fill(text)
  await userEvent.click(button('Send code'))
  const { scenario } = homeserver
  const isOver = scenario !== 'specification' || text !== NUMBER
  if (isOver) await expect.element(problem.or(page.getByRole('heading')).first()).toBeVisible()
  else await expect.element(code).toBeVisible()
}
