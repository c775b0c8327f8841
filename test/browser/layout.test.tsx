import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { askForCode, button, code, NUMBER, number, show } from './app.js'

/** Every step and state that takes room, and how a person comes there. */
const states: [string, () => Promise<void>][] = [
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
]

async function ask(text: string, props: Parameters<typeof show>[0]) {
  const { homeserver } = show(props)
  await userEvent.type(number, text)
  await userEvent.click(button('Send code'))
  const { scenario } = homeserver
  const isOver = scenario !== 'specification' || text !== NUMBER
  if (isOver) await expect.element(page.getByRole('alert').or(page.getByRole('heading'))).toBeVisible()
  else await expect.element(code).toBeVisible()
}

const shown = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.offsetWidth > 0)

describe.each(states)('%s', (_name, come) => {
  beforeEach(come)

  it('fits on a screen 320 px wide, in both directions, and with text twice as large', async () => {
    await page.viewport(320, 640)
    for (const direction of ['ltr', 'rtl']) {
      document.documentElement.dir = direction
      for (const size of ['100%', '200%']) {
        document.documentElement.style.fontSize = size
        const { scrollWidth, clientWidth } = document.documentElement
        expect(scrollWidth, `${direction} ${size}`).toBe(clientWidth)
        for (const element of shown(
          '.mpv-root *:not(option, svg *, .mpv-code-line *, .mpv-visually-hidden *)',
        )) {
          expect(element.getBoundingClientRect().right, element.outerHTML).toBeLessThanOrEqual(320)
        }
      }
    }
    document.documentElement.dir = ''
  })

  it('has targets large enough for a thumb, and text that phones do not zoom into', () => {
    for (const target of shown('.mpv-root :is(button, input, select)')) {
      expect(target.offsetHeight, target.outerHTML).toBeGreaterThanOrEqual(44)
      expect(target.offsetWidth, target.outerHTML).toBeGreaterThanOrEqual(44)
    }
    for (const field of shown('.mpv-root :is(input, select)')) {
      expect(parseFloat(getComputedStyle(field).fontSize)).toBeGreaterThanOrEqual(16)
    }
  })

  it('needs no style that a strict content security policy forbids', () => {
    expect(document.querySelectorAll('.mpv-root [style], .mpv-root style')).toHaveLength(0)
  })
})

it('injects no styles', async () => {
  const before = document.querySelectorAll('style, link[rel=stylesheet]').length
  show({ codeLength: 6 })
  await askForCode()
  expect(document.querySelectorAll('style, link[rel=stylesheet]')).toHaveLength(before)
})
