import { describe, expect, it } from 'vitest'
import { listFiles, readSource, readSources, roomOf, type Import, type Source } from './sources.js'

interface Room {
  /** The rooms below, whose code it may use. */
  rooms?: string[]
  /** The rooms of which it may know the types, at no cost in size. */
  types?: string[]
  /** Single files of other rooms. */
  files?: string[]
  /** The packages it may use, with their subpaths. */
  packages?: string[]
}

const BELOW_FORM = ['matrix', 'phone', 'messages', 'hooks']

/** Imports run one way. A room that is not named here is none of ours. */
const HOUSE: Record<string, Room> = {
  matrix: { packages: ['zod/mini'] },
  verification: {},
  phone: { packages: ['react', 'libphonenumber-js', 'react-phone-number-input', 'downshift'] },
  messages: {},
  hooks: {
    rooms: ['matrix', 'verification'],
    types: ['phone'],
    packages: ['react', '@tanstack/react-query', 'zod/mini'],
  },
  form: {
    rooms: [...BELOW_FORM, 'form/shared', 'form/number', 'form/code', 'form/end'],
    // The grammar of a number, which stands once.
    files: ['verification/destination'],
    packages: ['react', 'react-hook-form', 'zod/mini'],
  },
  'form/number': { rooms: [...BELOW_FORM, 'form/shared'], packages: ['react', 'zod/mini'] },
  'form/code': { rooms: [...BELOW_FORM, 'form/shared'], packages: ['react', 'zod/mini'] },
  'form/end': { rooms: [...BELOW_FORM, 'form/shared'], packages: ['react'] },
  'form/shared': { rooms: BELOW_FORM, packages: ['react'] },
  testing: { files: ['matrix/schemas'], packages: ['msw', 'libphonenumber-js', 'zod/mini'] },
}

/** What lies in `src` itself. The index opens every room but `testing`, which has an entry of its own. */
const DOOR: Record<string, Room> = {
  'index.ts': {
    rooms: [
      'matrix',
      'verification',
      'phone',
      'messages',
      'hooks',
      'form',
      'form/shared',
      'form/number',
      'form/end',
    ],
  },
  'styles.css': {},
  'tsconfig.json': {},
}

const sources = readSources()

describe('the import table', () => {
  it('knows every file and folder', () => {
    expect(listFiles().filter((path) => !isKnown(path))).toEqual([])
  })

  it('names only rooms that exist', () => {
    const found = new Set(sources.map(({ room }) => room).filter((room) => room !== undefined))
    expect([...found].sort()).toEqual(Object.keys(HOUSE).sort())
  })

  it('holds', () => {
    expect(sources.flatMap((source) => forbiddenIn(source).map((from) => `${source.path}: ${from}`))).toEqual(
      [],
    )
  })

  it('goes round in no circle, not even of types', () => {
    expect(circlesIn(sources)).toEqual([])
  })
})

describe('the check of the import table', () => {
  it.each([
    ['verification/a.ts', "import { b } from '../matrix/b.js'"],
    ['verification/a.ts', "import type { B } from '../matrix/b.js'"],
    ['verification/a.ts', "import { produce } from 'immer'"],
    ['matrix/a.ts', "import { useState } from 'react'"],
    ['matrix/a.ts', "import * as z from 'zod'"],
    ['matrix/a.ts', "import { createClient } from 'matrix-js-sdk'"],
    ['matrix/a.ts', "import type { MatrixClient } from 'matrix-js-sdk'"],
    ['matrix/a.ts', "type B = import('../phone/b.js').B"],
    ['phone/a.ts', "const late = () => import('../form/b.js')"],
    ['hooks/a.ts', "import { parse, type Country } from '../phone/b.js'"],
    ['hooks/a.ts', "export { b } from '../index.js'"],
    ['testing/a.ts', "import { createMatrixClient } from '../matrix/createMatrixClient.js'"],
    ['form/number/a.tsx', "import { CodeStep } from '../code/CodeStep.js'"],
    ['form/shared/a.tsx', "import type { NumberForm } from '../number/useNumberForm.js'"],
    ['form/a.tsx', "import { story } from '../../stories/support/story.js'"],
    ['index.ts', "export { SimulatedHomeserver } from './testing/index.js'"],
  ])('refuses in %s: %s', (path, text) => {
    expect(forbiddenIn(readSource(path, text))).toHaveLength(1)
  })

  it.each(['helpers/a.ts', 'form/parts/a.tsx', 'form/a.css', 'other.ts'])('does not know %s', (path) => {
    expect(isKnown(path)).toBe(false)
  })

  it.each([
    ['hooks/a.ts', "import { type Country } from '../phone/b.js'"],
    ['testing/a.ts', "import { requestTokenSchema } from '../matrix/schemas.js'"],
    ['phone/a.ts', "import parse from 'libphonenumber-js/core'"],
  ])('allows in %s: %s', (path, text) => {
    expect(forbiddenIn(readSource(path, text))).toEqual([])
  })

  it.each([
    ["import { c } from './c.js'", "import { a } from './a.js'"],
    ["import type { C } from './c.js'", "import type { A } from './a.js'"],
    ["type C = import('./c.js').C", "export { a } from './a.js'"],
  ])('sees a circle in %s and %s', (b, c) => {
    const files = ["import { b } from './b.js'", b, c]
    const circle = files.map((text, at) => readSource(`form/${'abc'[at]}.tsx`, text))
    expect(circlesIn(circle)).toEqual(['form/a → form/b → form/c → form/a'])
  })

  it('sees none where two ways lead to one file', () => {
    const both = "import { b } from './b.js'\nimport { c } from './c.js'"
    const files = [both, "import { c } from './c.js'", '']
    expect(circlesIn(files.map((text, at) => readSource(`form/${'abc'[at]}.ts`, text)))).toEqual([])
  })
})

/** One line for each circle that a walk along the imports closes. */
function circlesIn(all: Source[]): string[] {
  const importsOf = new Map(all.map(({ path, imports }) => [withoutEnding(path), imports]))
  const circles: string[] = []
  const left = new Set<string>()
  const visit = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    else if (!left.has(file)) {
      for (const { path } of importsOf.get(file) ?? []) {
        if (path !== undefined) visit(withoutEnding(path), [...way, file])
      }
      left.add(file)
    }
  }
  for (const file of importsOf.keys()) visit(file, [])
  return circles
}

function withoutEnding(path: string): string {
  return path.replace(/\.(js|tsx?)$/, '')
}

function isKnown(path: string): boolean {
  if (path in DOOR) return true
  const room = roomOf(path)
  return room !== undefined && room in HOUSE && /\.tsx?$/.test(path)
}

function forbiddenIn(source: Source): string[] {
  const table = source.room === undefined ? DOOR[source.path] : HOUSE[source.room]
  return source.imports.filter((one) => !isAllowed(source, one, table ?? {})).map(({ from }) => from)
}

function isAllowed({ room }: Source, { from, path, typeOnly }: Import, table: Room): boolean {
  if (path === undefined) {
    return (table.packages ?? []).some((name) => from === name || from.startsWith(`${name}/`))
  }
  const target = roomOf(path)
  if (target === undefined || path.startsWith('..')) return false
  if (target === room || (table.files ?? []).some((file) => path === `${file}.js`)) return true
  return (table.rooms ?? []).includes(target) || (typeOnly && (table.types ?? []).includes(target))
}
