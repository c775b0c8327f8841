import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, it } from 'vitest'

interface Component {
  'bom-ref': string
  name: string
  version: string
  purl: string
  licenses?: unknown
  hashes?: unknown
}

interface Bill {
  bomFormat: string
  serialNumber?: string
  metadata: { timestamp?: string; component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const bill = readJson(join(inject('consumer').library, 'dist/sbom.cdx.json')) as Bill

it('names every package that is installed with ours, at its version, and no other', () => {
  const seen = new Set<string>()
  const visit = (folder: string) => {
    const { name, version, dependencies = {} } = manifestIn(folder)
    if (seen.size === seen.add(`${name}@${version}`).size) return
    for (const dependency of Object.keys(dependencies)) visit(folderOf(dependency, folder))
  }
  visit(root)
  const { name, version } = manifestIn(root)
  expect(bill.metadata.component).toMatchObject({ name, version })
  const named = [bill.metadata.component, ...bill.components].map((one) => `${one.name}@${one.version}`)
  expect(named.sort()).toEqual([...seen].sort())
  expect(named.length).toBeGreaterThan(Object.keys(manifestIn(root).dependencies ?? {}).length)
})

it('says what depends on what, and names no package that it does not hold', () => {
  const refs = [bill.metadata.component, ...bill.components].map((component) => component['bom-ref'])
  expect(bill.dependencies.map(({ ref }) => ref)).toEqual(refs)
  expect(new Set(bill.dependencies.flatMap(({ dependsOn }) => dependsOn))).toEqual(new Set(refs.slice(1)))
})

it('says of each package what npm says of it', () => {
  const npm = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  const { components } = JSON.parse(npm) as Bill
  for (const { purl, licenses, hashes } of bill.components) {
    expect(components.find((component) => component.purl === purl)).toMatchObject({ licenses, hashes })
  }
})

it('is the same for every build of a commit', () => {
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX' })
  expect(bill.serialNumber).toBeUndefined()
  expect(bill.metadata.timestamp).toBeUndefined()
})

interface Manifest {
  name: string
  version: string
  dependencies?: Record<string, string>
}

/** The folder from which Node loads a package for the one in `from`. */
function folderOf(name: string, from: string): string {
  for (let folder = from; folder !== join(folder, '..'); folder = join(folder, '..')) {
    const candidate = join(folder, 'node_modules', name)
    if (manifestExists(candidate)) return candidate
  }
  throw new Error(`${name} is not installed.`)
}

function manifestExists(folder: string): boolean {
  try {
    return manifestIn(folder).version !== ''
  } catch {
    return false
  }
}

function manifestIn(folder: string): Manifest {
  return readJson(join(folder, 'package.json')) as Manifest
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
