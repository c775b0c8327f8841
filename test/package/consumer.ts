import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

/** A project outside the repository that has installed the packed package. */
export interface Consumer {
  folder: string
  /** The unpacked package in the project's `node_modules`. */
  library: string
  tarball: string
}

declare module 'vitest' {
  interface ProvidedContext {
    consumer: Consumer
  }
}

interface Manifest {
  name: string
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packs what `npm run build` made, once for all tests of the package. */
export default function setup(project: TestProject) {
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error('There is no dist/. Run "npm run test:package".')
  const folder = mkdtempSync(join(tmpdir(), 'package-consumer-'))
  project.provide('consumer', install(folder))
  return () => rmSync(folder, { recursive: true, force: true })
}

function install(folder: string): Consumer {
  // A shell finds npm.cmd on Windows; nothing here needs quoting.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error('npm pack left no tarball.')
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const library = join(folder, 'node_modules', manifest.name)
  mkdirSync(library, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', `node_modules/${manifest.name}`, '--strip-components=1'], {
    cwd: folder,
  })
  linkDependencies(folder, manifest)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  return { folder, library, tarball: join(folder, tarball) }
}

/** Gives the project what the package asks for and no more, so that an undeclared dependency is missed. */
function linkDependencies(folder: string, { dependencies, peerDependencies }: Manifest) {
  const types = ['@types/react', '@types/react-dom']
  for (const name of [...Object.keys(dependencies), ...Object.keys(peerDependencies), ...types]) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), link, 'junction')
  }
}
