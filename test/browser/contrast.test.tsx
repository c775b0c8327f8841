import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { askForCode, button, code, input, number, problem, show } from './app.js'
import { backgroundOf, contrast, pageColour } from './colours.js'
import { prefer, type Preferences } from './prefer.js'
import { shown } from './shown.js'
import { states } from './states.js'
import { weakTexts } from './weakTexts.js'

const looks: [string, Preferences][] = [
  ['light', { 'prefers-color-scheme': 'light' }],
  ['dark', { 'prefers-color-scheme': 'dark' }],
  ['light, with more contrast', { 'prefers-color-scheme': 'light', 'prefers-contrast': 'more' }],
  ['dark, with more contrast', { 'prefers-color-scheme': 'dark', 'prefers-contrast': 'more' }],
]

const FIELDS = '.mpv-input, .mpv-select, .mpv-row, .mpv-code-input, .mpv-code-box'
const BUTTONS = '.mpv-primary-button, .mpv-secondary-button'

beforeEach(() => {
  document.documentElement.style.colorScheme = 'light dark'
})

afterEach(() => prefer({}))

describe.each(looks)('%s', (_look, preferences) => {
  it.each(states)('%s has text, borders and focus rings with enough contrast', async (_state, come) => {
    await prefer(preferences)
    await come()
    expect(weakTexts()).toEqual([])
    expect(weakEdges()).toEqual([])
    expect(weakRings()).toEqual([])
  })
})

it('the check of contrast sees what is too faint', async () => {
  show()
  await input(number)
  const faint: Record<string, string> = {
    '--mpv-text': '#888',
    '--mpv-border': '#aaa',
    '--mpv-focus': '#bbb',
  }
  for (const [name, value] of Object.entries(faint)) document.documentElement.style.setProperty(name, value)
  expect(weakTexts()).not.toEqual([])
  expect(weakEdges()).not.toEqual([])
  expect(weakRings()).not.toEqual([])
})

it.each(states)('%s says nothing by a fill alone, where colours are forced', async (_state, come) => {
  await prefer({ 'forced-colors': 'active' })
  await come()
  for (const element of shown(`${FIELDS}, ${BUTTONS}, .mpv-warning, div.mpv-error`)) {
    // Their row has the border.
    if (element.matches('.mpv-code-line > *, .mpv-row *')) continue
    const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element)
    expect([borderTopStyle, parseFloat(borderTopWidth) > 0], element.outerHTML).toEqual(['solid', true])
    expect(contrast(borderTopColor, backgroundOf(element), pageColour())).toBeGreaterThanOrEqual(3)
  }
  for (const select of shown('select')) expect(getComputedStyle(select).appearance).toBe('auto')
  // Browsers leave out the arrow that is painted.
  for (const picker of shown('button.mpv-select, .mpv-country-face'))
    expect(getComputedStyle(picker, '::after').content).toContain('▾')
})

it('keeps the edge of a code that is too long for its boxes, where colours are forced', async () => {
  await prefer({ 'forced-colors': 'active' })
  show({ codeLength: 6 })
  await askForCode()
  await userEvent.type(code, '6059921')
  await expect.element(code).toHaveValue('6059921')
  const edged = shown('.mpv-code-line, .mpv-code-line *').filter((element) => {
    const { borderTopStyle, borderTopWidth, visibility } = getComputedStyle(element)
    return visibility === 'visible' && borderTopStyle === 'solid' && parseFloat(borderTopWidth) > 0
  })
  expect(edged).toHaveLength(1)
})

it('shows what waits, and what is wrong, where colours are forced', async () => {
  await prefer({ 'forced-colors': 'active' })
  show()
  await askForCode()
  const colourOf = (name: string) => getComputedStyle(button(name).element()).color
  expect(colourOf('Resend code')).not.toBe(colourOf('Verify'))
  await userEvent.click(button('Verify'))
  await expect.element(problem).toBeVisible()
  expect(getComputedStyle(await input(code)).borderTopWidth).toBe('2px')
})

/** What can be typed into or pressed, and cannot be told from the page. */
function weakEdges(): string[] {
  return shown(`${FIELDS}, ${BUTTONS}`)
    .filter(
      (element) => !element.matches('.mpv-code-line > input, :disabled, [readonly], [aria-disabled=true]'),
    )
    .filter((element) => {
      const { borderTopColor, backgroundColor } = getComputedStyle(element)
      const behind = backgroundOf(element.parentElement)
      const edges = [borderTopColor, backgroundColor].map((edge) => contrast(edge, behind, pageColour()))
      return Math.max(...edges) < 3
    })
    .map((element) => element.outerHTML)
}

/** What shows the focus of an element: the number in a row has the ring of its row. */
function ringOf(element: HTMLElement): Element {
  return (
    element.closest('.mpv-code-line') ??
    (element.matches('.mpv-row > input') ? element.parentElement : null) ??
    element
  )
}

/** What takes the focus without showing it well enough. */
function weakRings(): string[] {
  return shown('.mpv-root :is(input, select, button)')
    .filter((element) => {
      element.focus({ focusVisible: true })
      // What lies behind an open list does not take the focus.
      if (!element.matches(':focus')) return false
      const ringed = ringOf(element)
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(ringed)
      const isSeen = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2
      return !isSeen || contrast(outlineColor, backgroundOf(ringed.parentElement), pageColour()) < 3
    })
    .map((element) => element.outerHTML)
}
