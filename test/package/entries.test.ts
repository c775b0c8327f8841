import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, inject, it } from 'vitest'
import { readPublicApi } from './publicApi.js'

const { folder, library } = inject('consumer')

const entries = readPublicApi(library)
const found = load(entries.map(({ entry }) => entry))

describe.each(entries)('$entry in plain Node', ({ entry, values }) => {
  it('exports the names that its types promise, and something under each', () => {
    expect(found[entry]).toMatchObject({ names: values, empty: [] })
    expect(values.length).toBeGreaterThan(0)
  })

  it('asks for no browser while it loads', () => {
    expect(found[entry]?.touched).toEqual([])
  })
})

it('parses a phone number in plain Node', () => {
  const script = `
    const { parsePhoneNumber } = await import('matrix-phone-verification')
    console.log(JSON.stringify(await parsePhoneNumber('070-174 06 05', 'SE')))`
  expect(JSON.parse(run(script))).toMatchObject({ status: 'ok', phoneNumber: '+46701740605' })
})

it('the simulated homeserver is loaded where msw is not installed', () => {
  const hooks = `
    export async function resolve(specifier, context, next) {
      if (/^msw(\\/|$)/.test(specifier)) throw new Error(specifier + ' is not installed')
      return next(specifier, context)
    }`
  const script = `
    import { register } from 'node:module'
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}))
    const { SimulatedHomeserver } = await import('matrix-phone-verification/testing')
    const { fetch, baseUrl } = new SimulatedHomeserver()
    const handlers = await import('matrix-phone-verification/testing/msw').catch(({ message }) => message)
    console.log(JSON.stringify({ status: (await fetch(baseUrl + '/_matrix/client/versions')).status, handlers }))`
  expect(JSON.parse(run(script))).toEqual({ status: 200, handlers: 'msw is not installed' })
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

it('the index is loaded in a server component, to which a client module is a reference', () => {
  // React and react-hook-form have less to offer there, so an import too many would not even link.
  const hooks = `
    import { readFile } from 'node:fs/promises'
    export async function load(url, context, next) {
      if (!url.startsWith('file:') || !url.includes('/matrix-phone-verification/dist/')) return next(url, context)
      const source = await readFile(new URL(url), 'utf8')
      if (!/^['"]use client['"]/.test(source)) return next(url, context)
      const names = [...source.matchAll(/^export (?:async )?(?:function|const|class|let) ([\\w$]+)/gm)]
      const text = names.map(([, name]) => 'export const ' + name + ' = { reference: true }').join('\\n')
      return { format: 'module', shortCircuit: true, source: text }
    }`
  const script = `
    import { register } from 'node:module'
    register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}))
    const { createMatrixClient, PhoneVerificationForm, requestTokenSchema } = await import('matrix-phone-verification')
    const { baseUrl } = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
    const { success } = requestTokenSchema.safeParse({})
    console.log(JSON.stringify({ baseUrl, success, PhoneVerificationForm }))`
  expect(JSON.parse(run(script, '--conditions=react-server'))).toEqual({
    baseUrl: 'https://matrix.example.org',
    success: false,
    PhoneVerificationForm: { reference: true },
  })
})

/** Types are gone from a built module, so what it imports is what it uses. */
function needsClient(text: string): boolean {
  const hooks = ['react', '@tanstack/react-query', 'react-hook-form']
  return ts.preProcessFile(text).importedFiles.some(({ fileName }) => hooks.includes(fileName))
}

interface LoadedEntry {
  names: string[]
  empty: string[]
  touched: string[]
}

/** Loads entries where every look at the browser is noted with the module that takes it. */
function load(entries: string[]): Record<string, LoadedEntry> {
  const script = `
    let touched = []
    for (const name of ['window', 'document', 'localStorage', 'sessionStorage', 'location', 'history']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          const caller = new Error().stack.split('\\n')[2] ?? ''
          if (caller.includes('matrix-phone-verification/dist')) touched.push(name + caller)
          return undefined
        },
      })
    }
    const found = {}
    for (const path of ${JSON.stringify(entries)}) {
      touched = []
      const entry = await import('matrix-phone-verification' + path.slice(1))
      const names = Object.keys(entry).sort()
      found[path] = { names, empty: names.filter((name) => entry[name] === undefined), touched }
    }
    console.log(JSON.stringify(found))`
  return JSON.parse(run(script)) as ReturnType<typeof load>
}

function run(script: string, ...flags: string[]): string {
  return execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', script], {
    cwd: folder,
    encoding: 'utf8',
  })
}
