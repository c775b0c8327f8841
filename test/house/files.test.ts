import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { nodesOf, readSource, readSources, type Source } from './sources.js'

const MOST_LINES = 220

/** How the protocol spells its words. `matrix` and `testing` translate them; nobody else says them. */
const WIRE = /\b(client_secret|send_attempt|submit_url|id_server|id_access_token|retry_after_ms|M_[A-Z_]+)\b/

const sources = readSources()

describe('a source file', () => {
  it(`has at most ${MOST_LINES} lines`, () => {
    expect(offenders((source) => source.text.trimEnd().split('\n').length > MOST_LINES)).toEqual([])
  })

  it('exports by name', () => {
    expect(offenders((source) => unnamedExports(source).length > 0)).toEqual([])
  })

  it('gives every value a type', () => {
    expect(offenders((source) => anyTypes(source).length > 0)).toEqual([])
  })

  it("says 'use client' if it uses React", () => {
    expect(offenders(missesUseClient)).toEqual([])
  })

  it('leaves the words of the wire to matrix, and to testing, which plays the server', () => {
    const translators = ['matrix', 'testing']
    expect(
      offenders((source) => !translators.includes(source.room ?? '') && wireWords(source).length > 0),
    ).toEqual([])
  })
})

describe('the checks of files', () => {
  const read = (text: string) => readSource('form/a.tsx', text)

  it.each([
    'export default 1',
    'export default function a() {}',
    'export default class A {}',
    "export * from './b.js'",
  ])('see an unnamed export in %s', (text) => expect(unnamedExports(read(text))).toHaveLength(1))

  it('see an any', () => {
    expect(anyTypes(read('const a = (b: any[]) => b as any'))).toEqual([1, 1])
  })

  it.each([
    ["import { useState } from 'react'", true],
    ["import { type Ref, useRef } from 'react'", true],
    ["'use client'; import { useState } from 'react'", false],
    ["import type { ReactNode } from 'react'", false],
    ["import { type ReactNode } from 'react'", false],
  ])('see whether %s needs to be on the client', (text, expected) => {
    expect(missesUseClient(read(text))).toBe(expected)
  })

  it.each([
    "const a = 'client_secret'",
    'const a = { client_secret: 1 }',
    'const a = `M_UNKNOWN ${b}`',
    'a.sid_M_X',
  ])('see or pass over the wire in %s', (text) =>
    expect(wireWords(read(text)).length).toBe(text.includes('sid_M') ? 0 : 1),
  )

  it('leave comments alone', () => {
    expect(wireWords(read('/** The `client_secret` of the wire. */\nexport const secret = 1'))).toEqual([])
  })
})

function offenders(offends: (source: Source) => boolean): string[] {
  return sources.filter(offends).map(({ path }) => path)
}

function unnamedExports({ tree }: Source): string[] {
  return tree.statements
    .filter((statement) => {
      if (ts.isExportAssignment(statement)) return true
      if (ts.isExportDeclaration(statement)) return statement.exportClause === undefined
      const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
      return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
    })
    .map((statement) => statement.getText())
}

/** The lines that say `any`. */
function anyTypes({ tree }: Source): number[] {
  return nodesOf(tree)
    .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
    .map((node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1)
}

function missesUseClient({ tree, imports }: Source): boolean {
  const usesReact = imports.some(({ from, typeOnly }) => from === 'react' && !typeOnly)
  const [first] = tree.statements
  const marked =
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isStringLiteral(first.expression) &&
    first.expression.text === 'use client'
  return usesReact && !marked
}

function wireWords({ tree }: Source): string[] {
  return nodesOf(tree)
    .filter(
      (node) => ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node),
    )
    .map((node) => node.text)
    .filter((text) => WIRE.test(text))
}
