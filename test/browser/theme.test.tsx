import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { askForCode, button, input, number, show } from './app.js'
import { prefer } from './prefer.js'
import { shown } from './shown.js'

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

it('gives way to every class name of the app that comes later, and to no rule on bare elements', async () => {
  const app = new CSSStyleSheet()
  app.replaceSync(`
    button { background: rgb(1, 2, 3) }
    form label { font-size: 30px; float: left }
    li::before { content: '✓' }
    .mine { background: rgb(4, 5, 6) }`)
  document.adoptedStyleSheets = [app]
  onTestFinished(() => {
    document.adoptedStyleSheets = []
  })
  show({ classNames: { primaryButton: 'mine' } })
  await input(number)
  expect(getComputedStyle(button('Send code').element()).backgroundColor).toBe('rgb(4, 5, 6)')
  const { fontSize, float } = getComputedStyle(document.querySelector('.mpv-label') ?? document.body)
  expect([fontSize, float]).toEqual(['14px', 'none'])
})

it('leaves to an earlier class name of the app what it says nothing of itself', async () => {
  const app = document.createElement('style')
  app.textContent = '.mine { outline: 1px solid rgb(1, 2, 3); letter-spacing: 3px }'
  document.head.prepend(app)
  onTestFinished(() => app.remove())
  show({ classNames: { label: 'mine' } })
  await input(number)
  const { outlineColor, letterSpacing } = getComputedStyle(
    document.querySelector('.mpv-label') ?? document.body,
  )
  expect([outlineColor, letterSpacing]).toEqual(['rgb(1, 2, 3)', '3px'])
})

it('follows the nearest theme that is named around it', async () => {
  const { container } = show()
  await input(number)
  const colour = () => getComputedStyle(document.querySelector('.mpv-label') ?? document.body).color
  onTestFinished(() => document.documentElement.removeAttribute('data-theme'))
  for (const [outer, inner, wanted] of [
    ['light', 'dark', 'rgb(255, 255, 255)'],
    ['dark', 'light', 'rgb(0, 0, 0)'],
  ] as const) {
    document.documentElement.dataset['theme'] = outer
    container.dataset['theme'] = inner
    expect(colour()).toBe(wanted)
  }
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
