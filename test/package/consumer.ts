import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pack, readManifest, root, type Manifest } from './pack.js'

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

/** Packs what `npm run build` made, once for all tests of the package. */
export default function setup(project: TestProject) {
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error('There is no dist/. Run "npm run test:package".')
  const folder = mkdtempSync(join(tmpdir(), 'package-consumer-'))
  project.provide('consumer', install(folder))
  return () => rmSync(folder, { recursive: true, force: true })
}

function install(folder: string): Consumer {
  const tarball = pack(folder)
  const manifest = readManifest(root)
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
