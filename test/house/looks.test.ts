import { readdirSync, readFileSync } from 'node:fs'
import { selectorSpecificity } from '@csstools/selector-specificity'
import { generate, parse, walk } from 'css-tree'
import selectorParser from 'postcss-selector-parser'
import { describe, expect, it } from 'vitest'
import { errorMessageKey } from '../../src/messages/describeError.js'
import { en } from '../../src/messages/en.js'
import { LOOKS, PICTURES } from '../screenshots/pictures.js'
import { readSources } from './sources.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const stylesheet = read('src/styles.css')
const theming = read('stories/docs/guides/Theming.mdx')

describe('the properties of the stylesheet', () => {
  const used = new Set(stylesheet.match(/(?<=var\()--mpv-[\w-]+/g))
  const named = theming.split('\n').filter((line) => line.startsWith('| `--mpv-'))
  const documented = named.flatMap((line) => line.match(/--mpv-[\w-]+/g) ?? [])

  it('are those of the documentation', () => {
    expect([...used].sort()).toEqual(documented.sort())
  })

  it('are set nowhere in it, so that every element around the form can set them', () => {
    expect(stylesheet.match(/^\s*--mpv-[\w-]+:/gm)).toBeNull()
  })

  it('are no light-dark(), which bundlers rewrite into nothing where the page has its scheme elsewhere', () => {
    expect(stylesheet.replace(/\/\*[\s\S]*?\*\//g, '')).not.toContain('light-dark(')
  })

  it('leave nothing to the page’s address or to force', () => {
    expect(stylesheet).not.toMatch(/!important|url\(|@import|@font-face/)
  })
})

describe('a selector of the stylesheet', () => {
  const selectors = selectorsOf(stylesheet)

  it('is about parts of ours alone', () => {
    expect(selectors.length).toBeGreaterThan(50)
    expect(selectors.filter((selector) => !isOurs(selector))).toEqual([])
  })

  it('counts for one class name at most, so that every later one of the app wins', () => {
    expect(selectors.filter((selector) => classesIn(selector) > 1)).toEqual([])
  })

  it.each([
    'button',
    ':root',
    '[data-theme] .mpv-root',
    '.screen .mpv-root',
    '*',
    ':where(.mpv-root, button)',
  ])('is not %s', (selector) => expect(isOurs(selector)).toBe(false))

  it.each(['.mpv-input:hover', '.mpv-field .mpv-input', '.mpv-field > :first-child', '#mpv.mpv-input'])(
    'is not as strong as %s',
    (selector) => expect(classesIn(selector)).toBeGreaterThan(1),
  )
})

/** Every selector of every rule, one by one. */
function selectorsOf(css: string): string[] {
  const found: string[] = []
  walk(parse(css), {
    visit: 'Rule',
    enter: ({ prelude }) => {
      if (prelude.type === 'SelectorList')
        found.push(...prelude.children.map((one) => generate(one)).toArray())
    },
  })
  return found
}

/** What it is about begins with a class name of ours, alone or in `:where`. */
function isOurs(selector: string): boolean {
  const [first] = selectorParser().astSync(selector).first.nodes
  const starts = first?.type === 'pseudo' && first.value === ':where' ? first.nodes : [first]
  return starts.every((start) => String(start).trim().startsWith('.mpv-'))
}

/** How many class names it counts for; one ID is more than any number of them. */
function classesIn(selector: string): number {
  const { a, b } = selectorSpecificity(selectorParser().astSync(selector).first)
  return a * 1000 + b
}

describe('the pictures of the documentation', () => {
  const files = readdirSync(new URL('../../stories/screenshots', import.meta.url))
  const wanted = PICTURES.flatMap(({ name }) => LOOKS.map((look) => `${name}.${look.name}.webp`))

  it('are all there, and no others', () => {
    expect(files.sort()).toEqual([...wanted, 'form.png'].sort())
  })

  it('are all shown', () => {
    const shown = [...read('stories/docs/quality/Gallery.mdx').matchAll(/<Gallery name="([\w-]+)">/g)]
    expect(shown.map(([, name]) => name).sort()).toEqual(PICTURES.map(({ name }) => name).sort())
  })
})

it('every message is said somewhere', () => {
  const sources = readSources()
  const texts = sources
    .filter(({ room, path }) => room?.startsWith('form') || path.startsWith('messages/describe'))
    .map(({ text }) => text)
  // The messages of an error and of a wait are named after it.
  const kinds = sources.find(({ path }) => path === 'matrix/PhoneVerificationError.ts')?.text ?? ''
  const ofErrors = Array.from(kinds.matchAll(/'([a-z-]+)'/g), ([, kind = '']) =>
    errorMessageKey({ kind, recovery: 'retry', operation: 'submitToken' }),
  )
  const waits = texts.flatMap((text) => [...text.matchAll(/(?:useWait\(|wait: )'(\w+)'/g)])
  const ofWaits = waits.flatMap(([, wait]) => ['In', 'InSpoken', 'Now'].map((rest) => `${wait}${rest}`))
  const named = new Set<string>([...ofErrors, ...ofWaits])
  const isSaid = (key: string) =>
    named.has(key) || texts.some((text) => new RegExp(`['".]${key}\\b`).test(text))
  expect(Object.keys(en).filter((key) => !isSaid(key))).toEqual([])
})
