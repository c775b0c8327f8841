import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { readme, statedIn } from './browserSupport.js'
import { newerIn } from './scriptFeatures.js'
import { missingIn } from './styleFeatures.js'

const { folder, library } = inject('consumer')

const works = statedIn(readme, 'Works from')
const looksRight = statedIn(readme, 'Looks exactly right from')

/** What a browser may leave out of the stylesheet, and what there is then. */
const STYLES: Record<string, string> = {
  'css/types/color/color-mix': 'a secondary button looks the same under the pointer',
  'css/types/color/rgb/relative_syntax': 'the colours of the system',
  'css/properties/container': 'the code is a plain field, for @container is missing too',
  'css/properties/font-family/ui-monospace': 'the next font of the list',
  'css/properties/overscroll-behavior': 'the page scrolls on at the end of the list',
  'css/properties/position-area': 'nothing is to be taken back where it is not set',
  'css/at-rules/media/forced-colors': 'there are no forced colours to look right in',
  'css/properties/forced-color-adjust': 'the same',
  'css/at-rules/media/prefers-contrast': 'the usual contrast, 4.5:1 and more',
}

/** What a script looks for before it uses it, or names without meaning it. */
const SCRIPTS: Record<string, string> = {
  'api/Window/requestIdleCallback': 'a timer',
  'api/Window/cancelIdleCallback': 'a timer',
  'api/URL/canParse_static': 'zod tries new URL()',
  'javascript/builtins/Error/captureStackTrace': 'zod looks for it',
  'javascript/builtins/Error/stackTraceLimit': 'zod sets what need not be there',
  'javascript/builtins/Function/displayName': 'the name of a component',
  'javascript/builtins/Set/union': 'a schema of zod',
  'javascript/builtins/AsyncDisposableStack/move': 'a method of our own',
  'api/EventTarget/when': 'a check of zod',
  'api/Element/role': 'a prop of React',
}

/** The dependencies that the form and the field load. React and react-query state their browsers themselves. */
const DEPENDENCIES = [
  'react-hook-form/dist/index.esm.mjs',
  'downshift/dist/downshift.esm.mjs',
  'zod/v4/core',
  'zod/v4/mini',
  'libphonenumber-js/es6',
  'react-phone-number-input/modules',
]

describe.each(['styles.css', 'styles.layer.css'])('%s', (name) => {
  const css = readFileSync(join(library, 'dist', name), 'utf8')
  const isMissed = ({ path }: { path: string }) =>
    !Object.keys(STYLES).some((known) => path.startsWith(known))

  it('has a fallback for everything that is newer than the browsers it works in', () => {
    expect(missingIn(css, works).filter(isMissed)).toEqual([])
  })

  it('needs nothing newer to look exactly right', () => {
    const inside = css.replace(/@supports (?!not)[^{]*\{|@container [^{]*\{/g, '@media all{')
    expect(missingIn(inside, looksRight).filter(isMissed)).toEqual([])
  })
})

it('the check of styles sees what is newer, and what stands in for it', () => {
  const paths = (css: string) => missingIn(css, works).map(({ path }) => path)
  expect(paths('.a { color: light-dark(red, blue) }')).toEqual(['css/types/color/light-dark'])
  expect(paths('.a { color: red; color: light-dark(red, blue) }')).toEqual([])
  expect(paths('@supports (color: light-dark(red, red)) { .a { color: light-dark(red, blue) } }')).toEqual([])
  expect(
    paths('@supports (color: color-mix(in srgb, red, red)) { .a { color: light-dark(red, blue) } }'),
  ).toEqual(['css/types/color/light-dark'])
  expect(paths('.a { text-wrap: pretty }')).toContain('css/properties/text-wrap')
  expect(paths('.a:has(.b) { color: red }')).toEqual(['css/selectors/has'])
  expect(paths('.a { position-area: top }')).toContain('css/properties/position-area')
})

it.each(['dist', ...DEPENDENCIES])('%s calls nothing that is newer without looking for it', (place) => {
  const start = place === 'dist' ? join(library, place) : join(folder, 'node_modules', place)
  const found = scriptsIn(start).flatMap((path) =>
    newerIn(path, readFileSync(path, 'utf8'), works)
      .filter((feature) => !(feature in SCRIPTS))
      .map((feature) => `${feature} in ${path.slice(start.length + 1)}`),
  )
  expect(found).toEqual([])
})

it('the check of scripts sees calls, members and syntax that are newer', () => {
  const found = (code: string) => newerIn('a.js', code, works)
  expect(found('Promise.withResolvers()')).toEqual(['javascript/builtins/Promise/withResolvers'])
  expect(found('AbortSignal.any([])')).toEqual(['api/AbortSignal/any_static'])
  expect(found('list.toSorted()')).toEqual(['javascript/builtins/Array/toSorted'])
  expect(found('new Intl.DurationFormat()')).toEqual(['javascript/builtins/Intl/DurationFormat'])
  expect(found('/[a&&b]/v')).toEqual(['javascript/builtins/RegExp/unicodeSets'])
  expect(found('list.at(-1); new URL(""); structuredClone(1)')).toEqual([])
})

function scriptsIn(path: string): string[] {
  if (/\.m?js$/.test(path)) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?js$/.test(file) && !/\.test\.|metadata|^testing/.test(file))
    .map((file) => join(path, file))
}
