import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en.js'
import { LOOKS, PICTURES } from '../screenshots/pictures.js'
import { readSources } from './sources.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const stylesheet = read('src/styles.css')
const theming = read('stories/docs/Theming.mdx')

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

  it('leave nothing to the page’s address or to force', () => {
    expect(stylesheet).not.toMatch(/!important|url\(|@import|@font-face/)
  })
})

describe('the pictures of the documentation', () => {
  const files = readdirSync(new URL('../../stories/screenshots', import.meta.url))
  const wanted = PICTURES.flatMap(({ name }) => LOOKS.map((look) => `${name}.${look.name}.webp`))

  it('are all there, and no others', () => {
    expect(files.sort()).toEqual([...wanted, 'form.png'].sort())
  })

  it('are all shown', () => {
    const shown = [...read('stories/docs/Gallery.mdx').matchAll(/<Gallery name="([\w-]+)">/g)]
    expect(shown.map(([, name]) => name).sort()).toEqual(PICTURES.map(({ name }) => name).sort())
  })
})

it('every message is said somewhere', () => {
  const texts = readSources()
    .filter(({ room, path }) => room === 'form' || path === 'messages/describeError.ts')
    .map(({ text }) => text)
  const isSaid = (key: string) => texts.some((text) => new RegExp(`['".]${key}\\b`).test(text))
  expect(Object.keys(en).filter((key) => !isSaid(key))).toEqual([])
})
