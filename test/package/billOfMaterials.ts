import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package as `package-lock.json` knows it. */
interface Locked {
  name?: string
  version: string
  license?: string
  integrity?: string
  dependencies?: Record<string, string>
}

type Packages = Record<string, Locked>

/**
 * Writes the bill of materials of the package in `root` (CycloneDX 1.5): what npm installs with it, and from which of
 * these each part comes. Peers are not in it, because their versions are the app's.
 *
 * It is read from the lockfile alone, so that the same commit gives the same file. `npm sbom --omit dev` cannot make it:
 * it leaves out each package that something of the development tree needs as well.
 */
export function writeBillOfMaterials(root: string) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Packages
  }
  // Two copies of one version are one part.
  const parts = new Map(installedWith('', packages).map((path) => [nameAt(path, packages), path]))
  const paths = [...parts.values()]
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: componentAt('', packages) },
    components: paths.slice(1).map((path) => componentAt(path, packages)),
    dependencies: paths.map((path) => ({
      ref: nameAt(path, packages),
      dependsOn: dependenciesOf(path, packages).map((other) => nameAt(other, packages)),
    })),
  }
  writeFileSync(join(root, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`)
}

/** The paths of a package and of all that it depends on, near or far. */
function installedWith(path: string, packages: Packages): string[] {
  const found = new Set([path])
  // A set goes on with what is added to it meanwhile.
  for (const one of found) for (const other of dependenciesOf(one, packages)) found.add(other)
  return [...found]
}

function dependenciesOf(path: string, packages: Packages): string[] {
  return Object.keys(lockedAt(path, packages).dependencies ?? {}).map((name) => resolve(name, path, packages))
}

/** Where Node finds a package that the one at `from` imports: in the nearest `node_modules` upwards. */
function resolve(name: string, from: string, packages: Packages): string {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (path in packages) return path
  if (from === '') throw new Error(`package-lock.json holds no ${name}. Run "npm install".`)
  return resolve(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), packages)
}

function componentAt(path: string, packages: Packages) {
  const { version, license, integrity } = lockedAt(path, packages)
  const ref = nameAt(path, packages)
  return {
    'bom-ref': ref,
    type: 'library',
    name: ref.slice(0, -version.length - 1),
    version,
    purl: `pkg:npm/${ref.replace(/^@/, '%40')}`,
    ...(license !== undefined && { licenses: [licence(license)] }),
    ...(integrity !== undefined && { hashes: [hash(integrity)] }),
  }
}

/** Name and version, as in `zod@4.1.0`. */
function nameAt(path: string, packages: Packages): string {
  const { name, version } = lockedAt(path, packages)
  return `${name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`
}

/** One licence is named by its id, a choice of several ones as an expression. */
function licence(spdx: string) {
  return /^[\w.+-]+$/.test(spdx) ? { license: { id: spdx } } : { expression: spdx }
}

/** The lockfile's hash, which is base64, as the hexadecimal number that CycloneDX wants. */
function hash(integrity: string) {
  const [algorithm = '', digest = ''] = integrity.split('-', 2)
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }
}

function lockedAt(path: string, packages: Packages): Locked {
  const locked = packages[path]
  if (locked === undefined) throw new Error(`package-lock.json holds no ${path}. Run "npm install".`)
  return locked
}
