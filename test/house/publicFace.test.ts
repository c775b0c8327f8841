import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as library from '../../src/index.js'

const root = new URL('../../', import.meta.url)
const folder = new URL('stories/docs/', root)
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.mdx'),
)
const documentation = [
  new URL('README.md', root),
  ...pages.map((page) => new URL(page.replaceAll('\\', '/'), folder)),
]
  .map((page) => readFileSync(page, 'utf8'))
  .join('\n')

const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(documentation)

it('everything that can be imported is explained in the documentation', () => {
  expect(Object.keys(library).length).toBeGreaterThan(20)
  expect(Object.keys(library).filter((name) => !isNamed(name))).toEqual([])
})

it('every part is in the list of parts', () => {
  const isListed = (name: string) => documentation.includes('`' + name + '`')
  expect(Object.keys(library.PhoneVerification).filter((name) => !isListed(name))).toEqual([])
})
