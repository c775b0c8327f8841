import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The packages that have to stand together, and what they are installed as. */
const PACKAGES = {
  react: 'react-18',
  'react-dom': 'react-dom-18',
  '@tanstack/react-query': 'react-query-lowest',
  'react-hook-form': 'react-hook-form-lowest',
  zod: 'zod-lowest',
  // These ask for a peer themselves, and look for it where they lie.
  '@hookform/resolvers': '@hookform/resolvers',
  '@testing-library/react': '@testing-library/react',
  downshift: 'downshift',
}

const names = Object.keys(PACKAGES)

/** Where every peer is the lowest that we claim to work with; what is not there is found further up. */
export const lowestPeers = join(installed, '.cache/lowest-peers/node_modules')

/** Vite looks from a file that exists, or else from the root. */
const standpoint = join(lowestPeers, '../package.json')

/** Brings the lowest peers into place: copies, because Node looks for a package's own peers where it really lies. */
export default function copyLowestPeers(): void {
  if (names.every((name) => versionIn(lowestPeers, name) === versionIn(installed, aliasOf(name)))) return
  const folder = dirname(lowestPeers)
  rmSync(folder, { recursive: true, force: true })
  // It gets its name when all is there.
  const unfinished = mkdtempSync(`${folder}-`)
  for (const name of names) {
    cpSync(join(installed, aliasOf(name)), join(unfinished, 'node_modules', name), { recursive: true })
  }
  writeFileSync(join(unfinished, 'package.json'), '{}')
  renameSync(unfinished, folder)
}

/** Leads every import of a peer to the lowest one. */
export function resolveLowestPeers(): Plugin {
  return {
    name: 'lowest-peers',
    enforce: 'pre',
    async resolveId(source) {
      if (!names.some((name) => source === name || source.startsWith(`${name}/`))) return null
      return this.resolve(source, standpoint, { skipSelf: true })
    },
  }
}

function aliasOf(name: string): string {
  return new Map(Object.entries(PACKAGES)).get(name) ?? name
}

function versionIn(folder: string, name: string): string | null {
  const path = join(folder, name, 'package.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : null
}
