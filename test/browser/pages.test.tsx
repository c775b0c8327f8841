import { afterEach, expect, it } from 'vitest'
import { appPages } from '../../stories/support/appPages.js'
import { input, number, show } from './app.js'
import { prefer } from './colours.js'
import { shown, states } from './states.js'
import { weakTexts } from './weakTexts.js'

const FIELDS = '.mpv-root :is(input, select)'
const BUTTONS = '.mpv-root button'

const settings = ['light', 'dark'].flatMap((system) =>
  appPages.flatMap(({ name, css }) =>
    ['before', 'after'].map((order) => ({
      setting: `${name}, ${order} ours, on a ${system} system`,
      system,
      css,
      order,
    })),
  ),
)

afterEach(() => prefer({}))

it.each(states)('%s is at home in every page', async (_state, come) => {
  await come()
  await expect.poll(() => shown('.mpv-root')).toHaveLength(1)
  document.querySelector('main')?.setAttribute('id', 'root')
  const faults: Record<string, string[]> = {}
  for (const { setting, system, css, order } of settings) {
    await prefer({ 'prefers-color-scheme': system })
    const style = document.createElement('style')
    style.textContent = css
    if (order === 'before') document.head.prepend(style)
    else document.head.append(style)
    const found = faultsOfLook()
    if (found.length > 0) faults[setting] = found
    style.remove()
  }
  expect(faults).toEqual({})
})

it('the check of a look sees a page that breaks in', async () => {
  show()
  await input(number)
  const style = document.createElement('style')
  style.textContent = `
    .mpv-label.mpv-label { text-align: center; color: #ccc } .mpv-primary-button.mpv-primary-button { padding: 0 }
    .mpv-input.mpv-input { font-size: 12px; min-height: 0 }`
  document.head.append(style)
  const words = faultsOfLook().join('\n')
  style.remove()
  for (const fault of ['weak: Phone number', 'beginning: Phone number', 'room: Send code', 'small', 'low']) {
    expect(words).toContain(fault)
  }
})

/** What is wrong with how the form looks now. */
function faultsOfLook(): string[] {
  const fields = shown(FIELDS).filter((field) => field.closest('.mpv-code-line') === null)
  const buttons = shown(BUTTONS)
  return [
    ...weakTexts().map((text) => `weak: ${text}`),
    ...[...fields, ...buttons].filter((one) => roomIn(one) < 6).map((one) => `room: ${nameOf(one)}`),
    ...[...shown(FIELDS), ...buttons]
      .filter((one) => one.offsetHeight < 44)
      .map((one) => `low: ${nameOf(one)}`),
    ...shown(FIELDS)
      .filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => `small: ${nameOf(field)}`),
    ...shown('.mpv-root label:not(.mpv-visually-hidden)').flatMap(misplaced),
  ]
}

/** The least distance of the words from an edge, pixels. A link has none at its ends. */
function roomIn(element: HTMLElement): number {
  const style = getComputedStyle(element)
  const sides = [style.paddingTop, style.paddingBottom]
  if (!element.matches('.mpv-link-button')) sides.push(style.paddingLeft, style.paddingRight)
  return Math.min(...sides.map(parseFloat))
}

/** A label stands above its field, and its words begin where the field does. */
function misplaced(label: HTMLElement): string[] {
  const field = (label as HTMLLabelElement).control
  if (field === null) return [`no field: ${label.textContent}`]
  const box = (field.closest('.mpv-row, .mpv-code-line') ?? field).getBoundingClientRect()
  const words = document.createRange()
  words.selectNodeContents(label)
  const { left, bottom } = words.getBoundingClientRect()
  return [
    ...(bottom > box.top + 1 ? [`above: ${label.textContent}`] : []),
    ...(Math.abs(left - box.left) > 1 ? [`beginning: ${label.textContent}`] : []),
  ]
}

function nameOf(element: HTMLElement): string {
  return element.matches('input, select') ? element.className : element.textContent
}
