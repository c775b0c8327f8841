import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, inject, it } from 'vitest'
import publicNames from './publicNames.json' with { type: 'json' }

const { folder, library } = inject('consumer')

describe.each(Object.entries(publicNames))('%s in plain Node', (entry, names) => {
  const loaded = load(entry)

  it('exports the names we promise', () => {
    expect(loaded.names).toEqual(names)
  })

  it('holds something under every name', () => {
    expect(loaded.empty).toEqual([])
  })

  it('asks for no browser while it loads', () => {
    expect(loaded.touched).toEqual([])
  })
})

it('parses a phone number in plain Node', () => {
  const script = `
    const { parsePhoneNumber } = await import('matrix-phone-verification')
    console.log(JSON.stringify(await parsePhoneNumber('070-174 06 05', 'SE')))`
  expect(JSON.parse(run(script))).toMatchObject({ status: 'ok', phoneNumber: '+46701740605' })
})

describe("'use client'", () => {
  const modules = readdirSync(join(library, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(library, 'dist', path), 'utf8'),
    }))
  const marked = modules.filter(({ text }) => /^['"]use client['"]/.test(text))

  it('stands on every module that uses React', () => {
    const needing = modules.filter(({ text }) => needsClient(text))
    expect(needing.filter((module) => !marked.includes(module)).map(({ path }) => path)).toEqual([])
    expect(needing.length).toBeGreaterThan(0)
  })

  it('stands neither on the index nor on what a server may run', () => {
    const rooms = ['index.js', 'matrix/', 'verification/', 'messages/', 'testing/']
    expect(
      marked.map(({ path }) => path).filter((path) => rooms.some((room) => path.startsWith(room))),
    ).toEqual([])
  })
})

/** Types are gone from a built module, so what it imports is what it uses. */
function needsClient(text: string): boolean {
  const hooks = ['react', '@tanstack/react-query', 'react-hook-form']
  return ts.preProcessFile(text).importedFiles.some(({ fileName }) => hooks.includes(fileName))
}

/** Loads an entry where every look at the browser is noted with the module that takes it. */
function load(entry: string): { names: string[]; empty: string[]; touched: string[] } {
  const script = `
    const touched = []
    for (const name of ['window', 'document', 'localStorage', 'sessionStorage', 'location', 'history']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          const caller = new Error().stack.split('\\n')[2] ?? ''
          if (caller.includes('matrix-phone-verification/dist')) touched.push(name + caller)
          return undefined
        },
      })
    }
    const entry = await import('matrix-phone-verification${entry.slice(1)}')
    const names = Object.keys(entry).sort()
    const empty = names.filter((name) => entry[name] === undefined)
    console.log(JSON.stringify({ names, empty, touched }))`
  return JSON.parse(run(script)) as ReturnType<typeof load>
}

function run(script: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    encoding: 'utf8',
  })
}
