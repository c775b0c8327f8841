import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Subject } from './subjects.js'

const root = new URL('../../', import.meta.url)

/** The versions of all that takes part, and the machine, one each. */
export function listVersions(subjects: Subject[], browser: string): string[] {
  const packages = ['react', 'react-dom', ...subjects.flatMap((subject) => subject.packages), 'vite']
  const [processor] = cpus()
  return [
    `matrix-phone-verification ${versionIn(new URL('package.json', root))}`,
    ...[...new Set(packages)].map(
      (name) => `${name} ${versionIn(new URL(`node_modules/${name}/package.json`, root))}`,
    ),
    browser,
    `Node ${process.versions.node}`,
    `${cpus().length} × ${processor?.model ?? 'unknown processor'}`,
  ]
}

function versionIn(manifest: URL): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  return version
}
