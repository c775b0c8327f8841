import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { rolldown, type OutputChunk } from 'rolldown'
import { minifySync } from 'rolldown/utils'

/** What the app has anyway, because it shares it with us. */
const EXTERNAL = /^(react|react-dom|@tanstack\/react-query)(\/|$)/

/** Whose code a module is; the first that matches counts. */
const PARTS = [
  ['ours', /matrix-phone-verification\/dist\//],
  ['zod', /node_modules\/zod\//],
  ['phone metadata', /node_modules\/libphonenumber-js\/.*metadata/],
  ['phone parser', /node_modules\/libphonenumber-js\//],
  ['phone input', /node_modules\/(react-phone-number-input|input-format|country-flag-icons)\//],
  [
    'picker',
    /node_modules\/(downshift|@babel\/runtime|compute-scroll-into-view|prop-types|react-is|object-assign|tslib)\//,
  ],
  ['bundler', /rolldown\/runtime/],
] as const

export const partNames = [...PARTS.map(([name]) => name), 'other']

export interface Module {
  id: string
  part: string
  /** Bytes, of the module alone. */
  size: number
}

export interface Weight {
  /** Bytes after gzip -9. */
  size: number
  /** The size, divided in proportion to what each part weighs alone. */
  parts: Record<string, number>
  modules: Module[]
}

export interface Bundle {
  /** What a page that imports it loads before anything else happens. */
  start: Weight
  /** With everything that every flow loads later. */
  everything: Weight
  /** What the searchable picker loads beyond that. */
  picker: Weight
  /** What flags load, in the picker or in the row. */
  flags: Weight
}

/** What a bundler makes of a consumer's code. */
export async function bundle(folder: string, name: string, code: string): Promise<Bundle> {
  const input = join(folder, `${name}.js`)
  writeFileSync(input, code)
  const build = await rolldown({
    input,
    external: EXTERNAL,
    platform: 'browser',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (_, log) => {
      // A browser has no use for 'use client'; anything else is a fault of the package.
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(log.message)
    },
  })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  const entries = chunks.filter((chunk) => chunk.isEntry)
  const start = reach(chunks, entries, ({ imports }) => imports)
  const everything = reach(chunks, entries, ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports.filter((name) => !isAskedFor(chunks.find(({ fileName }) => fileName === name))),
  ])
  const picker = reach(chunks, chunks.filter(isPicker), ({ imports }) => imports)
  const isMore = (chunk: OutputChunk) => !everything.includes(chunk)
  return {
    start: weigh(start),
    everything: weigh(everything),
    picker: weigh(picker.filter(isMore)),
    flags: weigh(reach(chunks, chunks.filter(isFlags), ({ imports }) => imports).filter(isMore)),
  }
}

/** Bytes after gzip -9. */
export function gzipped(text: string): number {
  return text === '' ? 0 : gzipSync(text, { level: 9 }).length
}

function isPicker(chunk: OutputChunk | undefined): boolean {
  return isMadeOf(chunk, '/phone/CountrySearch.js')
}

/** Loads only where an option of the app asks for it. */
function isAskedFor(chunk: OutputChunk | undefined): boolean {
  return isPicker(chunk) || isFlags(chunk) || isMadeOf(chunk, '/phone/exampleNumber.js')
}

function isFlags(chunk: OutputChunk | undefined): boolean {
  return isMadeOf(chunk, '/phone/CountryFlag.js')
}

function isMadeOf(chunk: OutputChunk | undefined, file: string): boolean {
  return chunk?.facadeModuleId?.replaceAll('\\', '/').endsWith(file) === true
}

/** The chunks that follow from some, by names of files. */
function reach(
  chunks: OutputChunk[],
  from: OutputChunk[],
  next: (chunk: OutputChunk) => string[],
): OutputChunk[] {
  const reached = new Set(from)
  for (const chunk of reached) {
    for (const name of next(chunk)) {
      const found = chunks.find(({ fileName }) => fileName === name)
      if (found !== undefined) reached.add(found)
    }
  }
  return [...reached]
}

function weigh(chunks: OutputChunk[]): Weight {
  const modules = chunks.flatMap(minifiedModules)
  const size = sum(chunks.map(({ code }) => gzipped(code)))
  const alone = partNames.map((part) =>
    gzipped(modules.flatMap((module) => (module.part === part ? module.code : [])).join('\n')),
  )
  return {
    size,
    parts: Object.fromEntries(
      partNames.map((part, at) => [part, ((alone[at] ?? 0) / (sum(alone) || 1)) * size]),
    ),
    modules: modules
      .map(({ id, part, code }) => ({ id, part, size: gzipped(code) }))
      .sort((one, other) => other.size - one.size),
  }
}

function minifiedModules(chunk: OutputChunk): { id: string; part: string; code: string }[] {
  return Object.entries(chunk.modules).flatMap(([id, { code }]) => {
    if (code === null || code.trim() === '') return []
    const path = id.replaceAll('\\', '/')
    const part = PARTS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other'
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return [{ id: name, part, code: shorten(name, code) }]
  })
}

function sum(sizes: number[]): number {
  return sizes.reduce((total, size) => total + size, 0)
}

/** Minifies one module out of its chunk, where nothing shows which of its names the others use. */
function shorten(name: string, code: string): string {
  const shorter = minifySync(name, code, { mangle: { toplevel: true }, compress: { unused: false } })
  if (shorter.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(shorter.errors)}`)
  return shorter.code
}
