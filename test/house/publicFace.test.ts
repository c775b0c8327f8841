import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import * as library from '../../src/index.js'
import { readSource } from './sources.js'

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

/** Every name that a file exports, types included, with the file that it comes from. */
function exportsOf(path: string): Map<string, string> {
  const { tree } = readSource(path, readFileSync(new URL(`src/${path}`, root), 'utf8'))
  const names = new Map<string, string>()
  for (const statement of tree.statements) {
    if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) continue
    if (statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) continue
    const from = new URL(statement.moduleSpecifier.getText().slice(1, -1), new URL(path, 'file:///')).pathname
    for (const { name } of statement.exportClause.elements) names.set(name.text, from)
  }
  return names
}

const ofLibrary = exportsOf('index.ts')
const ofTesting = exportsOf('testing/index.ts')

describe('everything that can be imported', () => {
  it('is read, types included', () => {
    expect([...ofLibrary.keys()]).toEqual(expect.arrayContaining(Object.keys(library)))
    expect([...ofLibrary.keys()]).toContain('AccountErrorKind')
    expect(ofTesting.size).toBeGreaterThan(8)
  })

  it.each([
    ['matrix-phone-verification', ofLibrary],
    ['matrix-phone-verification/testing', ofTesting],
  ])('from %s is explained in the documentation', (_, names) => {
    expect([...names.keys()].filter((name) => !isNamed(name))).toEqual([])
  })

  it('has one meaning under one name', () => {
    const others = [...ofTesting].filter(([name, from]) => (ofLibrary.get(name) ?? from) !== from)
    expect(others).toEqual([])
  })
})

it('every part is in the list of parts', () => {
  const isListed = (name: string) => documentation.includes('`' + name + '`')
  expect(Object.keys(library.PhoneVerification).filter((name) => !isListed(name))).toEqual([])
})
