import { afterEach, beforeEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { askForCode, button, input, number, show } from './app.js'
import { prefer } from './colours.js'
import { shown } from './states.js'

beforeEach(() => {
  document.documentElement.style.colorScheme = 'light dark'
})

afterEach(async () => {
  await prefer({})
  for (const name of ['data-theme', 'data-density']) document.documentElement.removeAttribute(name)
})

it.each([
  ['dark', 'light'],
  ['light', 'dark'],
])('is %s on a page that says so, though the system is %s', async (theme, system) => {
  show()
  await input(number)
  const text = () => getComputedStyle(document.querySelector('.mpv-label') ?? document.body).color
  await prefer({ 'prefers-color-scheme': theme })
  const wanted = text()
  await prefer({ 'prefers-color-scheme': system })
  expect(text()).not.toBe(wanted)
  document.documentElement.dataset['theme'] = theme
  expect(text()).toBe(wanted)
})

it('takes its colours and measures from properties of any element around it', async () => {
  const { container } = show()
  await input(number)
  container.style.setProperty('--mpv-accent', 'rgb(160, 32, 240)')
  container.style.setProperty('--mpv-radius', '3px')
  container.style.setProperty('--mpv-control-size', '60px')
  // The mouse is where another test left it.
  await userEvent.hover(number)
  const send = button('Send code').element()
  const { backgroundColor, borderTopLeftRadius, outlineColor } = getComputedStyle(send)
  expect([backgroundColor, borderTopLeftRadius]).toEqual(['rgb(160, 32, 240)', '3px'])
  expect(send.getBoundingClientRect().height).toBe(60)
  await userEvent.tab()
  await userEvent.tab()
  expect(outlineColor).not.toBe('rgb(160, 32, 240)')
  expect(getComputedStyle(await input(number)).outlineColor).toBe('rgb(160, 32, 240)')
})

it('gives way to every rule of the app', async () => {
  const app = new CSSStyleSheet()
  app.replaceSync('button { background: rgb(1, 2, 3) } label { font-size: 30px }')
  document.adoptedStyleSheets = [app]
  show()
  await input(number)
  expect(getComputedStyle(button('Send code').element()).backgroundColor).toBe('rgb(1, 2, 3)')
  expect(getComputedStyle(document.querySelector('.mpv-label') ?? document.body).fontSize).toBe('30px')
  document.adoptedStyleSheets = []
})

it('takes less room when it is compact, with the same targets', async () => {
  const { container } = show()
  await input(number)
  const comfortable = container.offsetHeight
  document.documentElement.dataset['density'] = 'compact'
  expect(container.offsetHeight).toBeLessThan(comfortable - 20)
  for (const target of shown('.mpv-root :is(button, input, select)')) {
    expect(target.offsetHeight).toBeGreaterThanOrEqual(44)
  }
})

it.each(['no-preference', 'reduce'])('does not move at all, with %s', async (motion) => {
  await prefer({ 'prefers-reduced-motion': motion })
  show({ codeLength: 6 })
  await askForCode()
  expect(document.getAnimations()).toEqual([])
  for (const element of shown('.mpv-root, .mpv-root *')) {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
    expect([transitionDuration, animationName, scrollBehavior]).toEqual(['0s', 'none', 'auto'])
  }
})

it('styles nothing but its own parts, all in one layer', () => {
  const [sheet, ...others] = [...document.styleSheets].filter(({ cssRules }) =>
    [...cssRules].some(
      (rule) => rule instanceof CSSLayerBlockRule && rule.name === 'matrix-phone-verification',
    ),
  )
  expect(others).toEqual([])
  expect(sheet?.cssRules).toHaveLength(1)
  const selectors = selectorsOf(sheet?.cssRules)
  expect(selectors.length).toBeGreaterThan(50)
  expect(selectors.filter((selector) => !isOurs(selector))).toEqual([])
})

it.each(['button', ':root', '[data-theme] .mpv-root', '.screen .mpv-root', '*', ':where(.mpv-root, button)'])(
  'the check of selectors refuses %s',
  (selector) => expect(isOurs(selector)).toBe(false),
)

function selectorsOf(rules: CSSRuleList | undefined): string[] {
  return [...(rules ?? [])].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return split(rule.selectorText)
    return rule instanceof CSSGroupingRule ? selectorsOf(rule.cssRules) : []
  })
}

/** A list of selectors at its commas, but for those in brackets. */
function split(list: string): string[] {
  const parts = list.split(/,(?![^(]*\))/)
  return parts.map((part) => part.trim())
}

function isOurs(selector: string): boolean {
  const [, inside] = /^:(?:where|is)\(([^)]*)\)/.exec(selector) ?? []
  const subjects = inside === undefined ? [selector] : split(inside)
  return subjects.every((subject) => subject.startsWith('.mpv-'))
}
