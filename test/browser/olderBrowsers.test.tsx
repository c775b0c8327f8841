import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import stylesheet from '../../src/styles.css?inline'
import { button, country, input, number, show } from './app.js'
import { contrast, backgroundOf, pageColour } from './colours.js'
import { prefer } from './prefer.js'
import { shown } from './shown.js'
import { states } from './states.js'
import { weakTexts } from './weakTexts.js'

/** What a browser does not know it reads as if these words stood there. */
const MISSING: [string, RegExp][] = [
  ['relative colours', /\bfrom Canvas\b/g],
  ['color-mix()', /color-mix(?=\()/g],
  ['@container', /@container|\bcqi\b/g],
  ['anchor positioning', /\b(position-(area|anchor|try)|anchor-(name|scope))\b/g],
  ['lh and dvh', /(?<=\d)(lh|dvh)\b/g],
  ['all of them', /\bfrom Canvas\b|color-mix|@container|position-\w+|anchor-\w+|(?<=\d)(lh|dvh|cqi)\b/g],
]

const styles = () => [...document.querySelectorAll('style')]

beforeEach(() => {
  document.documentElement.style.colorScheme = 'light dark'
})

afterEach(() => prefer({}))

describe.each(MISSING)('without %s', (_feature, words) => {
  beforeEach(() => {
    const own = styles().filter(({ textContent }) => textContent.includes('--mpv-accent'))
    expect(own).toHaveLength(1)
    const [style] = own
    const whole = style?.textContent ?? ''
    const older = stylesheet.replace(words, (word) => (word.startsWith('@') ? '@unknown' : `x${word}`))
    expect(older).not.toBe(stylesheet)
    if (style !== undefined) style.textContent = older
    return () => {
      if (style !== undefined) style.textContent = whole
    }
  })

  it.each(states)('%s can be read and used', async (_state, come) => {
    await come()
    await expect.poll(() => shown('.mpv-root')).toHaveLength(1)
    for (const system of ['light', 'dark']) {
      await prefer({ 'prefers-color-scheme': system })
      expect(weakTexts()).toEqual([])
      for (const field of shown('.mpv-root :is(.mpv-input, .mpv-select, .mpv-primary-button)')) {
        const { borderTopColor, backgroundColor } = getComputedStyle(field)
        const behind = backgroundOf(field.parentElement)
        const edges = [borderTopColor, backgroundColor].map((edge) => contrast(edge, behind, pageColour()))
        if (!field.matches(':disabled, [readonly], [aria-disabled=true]')) {
          expect(Math.max(...edges), field.className).toBeGreaterThanOrEqual(3)
        }
        expect(field.offsetHeight).toBeGreaterThanOrEqual(44)
      }
    }
  })

  it.each(['stacked', 'row'] as const)('a country can be chosen in the picker (%s)', async (layout) => {
    show({ countrySelect: 'search', layout })
    await input(number)
    await expect.poll(() => country.element().tagName, { timeout: 10_000 }).toBe('BUTTON')
    await userEvent.click(country)
    await userEvent.keyboard('fra')
    const option = page.getByRole('option', { name: 'France +33' })
    await expect.element(option).toBeInViewport()
    const { left, top, width, height } = option.element().getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    expect(option.element().contains(seen)).toBe(true)
    expect(weakTexts()).toEqual([])
    await userEvent.click(option)
    await expect.element(country).toHaveTextContent('France (+33)')
    await expect.element(button('Send code')).toBeVisible()
  })
})
