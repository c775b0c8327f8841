import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is read of a manifest. */
export interface Manifest {
  name: string
  version: string
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
  devDependencies: Record<string, string>
}

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

/** Packs what `npm run build` made into a folder, as it would be published. @returns the tarball's name. */
export function pack(folder: string): string {
  const tarballs = () => readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  for (const old of tarballs()) rmSync(join(folder, old))
  // A shell finds npm.cmd on Windows; nothing here needs quoting.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [tarball] = tarballs()
  if (tarball === undefined) throw new Error('npm pack left no tarball.')
  return tarball
}
