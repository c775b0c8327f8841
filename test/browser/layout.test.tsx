import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { askForCode, show } from './app.js'
import { shown } from './shown.js'
import { states } from './states.js'

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

  it('keeps every word in a column of 160 px with text twice as large', async () => {
    document.documentElement.style.fontSize = '200%'
    const main = document.querySelector('main')
    if (main === null) throw new Error('The form has a place.')
    main.style.width = '160px'
    const { right } = main.getBoundingClientRect()
    const words = document.createRange()
    // A country that is too long for its button ends in an ellipsis.
    for (const element of shown(
      '.mpv-root :is(p, h2, label, button):not(.mpv-visually-hidden, .mpv-select, dialog *)',
    )) {
      words.selectNodeContents(element)
      expect(words.getBoundingClientRect().right, element.outerHTML).toBeLessThanOrEqual(right + 1)
    }
  })

  it('needs no scrolling sideways on a window of 1280 by 1024, enlarged to 400 %', async () => {
    await page.viewport(320, 256)
    const { scrollWidth, clientWidth } = document.documentElement
    expect(scrollWidth).toBe(clientWidth)
  })

  it('loses no text when a person spaces it out', async () => {
    const spacing = new CSSStyleSheet()
    spacing.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [spacing]
    onTestFinished(() => {
      document.adoptedStyleSheets = []
    })
    for (const width of [900, 320]) {
      await page.viewport(width, 700)
      expect(document.documentElement.scrollWidth).toBe(width)
      for (const element of shown('.mpv-root :is(p, label, h2, button):not(.mpv-visually-hidden)')) {
        expect(element.scrollWidth, element.outerHTML).toBeLessThanOrEqual(element.clientWidth)
        expect(element.scrollHeight, element.outerHTML).toBeLessThanOrEqual(element.clientHeight + 1)
      }
    }
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
