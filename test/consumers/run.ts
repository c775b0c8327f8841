import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Visitor } from '../package/visitor.js'
import { findFreePort } from '../support/findFreePort.js'
import { serve } from '../support/serve.js'
import { CONSUMERS, PINS, type Consumer } from './consumers.js'
import { toTable, writeTable, type Outcome } from './report.js'

/** That something is missing on this machine, which is no fault of ours. */
const MISSING = 3

const root = fileURLToPath(new URL('../..', import.meta.url))
const apps = fileURLToPath(new URL('apps', import.meta.url))
const env = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
}

/**
 * Builds an app with each bundler and framework from the packed package, and verifies a number in each in a real
 * browser, one after the other.
 *
 * @param options `--only Parcel` for those whose name begins so; `--folder path` for an installation to keep and use
 *   again; `--write` to write the table into the documentation.
 */
export async function run(options: string[]): Promise<void> {
  const only = valueOf(options, '--only') ?? ''
  const kept = valueOf(options, '--folder')
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'consumers-'))
  try {
    install(folder)
    const outcomes: Outcome[] = []
    for (const consumer of CONSUMERS.filter(({ name }) => name.startsWith(only))) {
      const failure = await tryOut(folder, consumer).catch((error: unknown) => String(error))
      const { name, tool, note } = consumer
      outcomes.push({ name, version: versionOf(folder, tool), note, failure })
      console.log(`${name}: ${failure === '' ? 'verified' : failure}`)
    }
    console.log(`\n${toTable(outcomes)}`)
    if (outcomes.some(({ failure }) => failure !== '')) process.exitCode = 1
    else if (options.includes('--write')) writeTable(outcomes)
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** Installs everything as an app does: the package from its tarball, the rest at its pinned version. */
function install(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith('.tgz')) rmSync(join(folder, name))
  npm(root, ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
  const { name, peerDependencies, devDependencies } = manifestOf(root)
  const peers: Record<string, string> = {}
  for (const peer of Object.keys(peerDependencies)) peers[peer] = devDependencies[peer] ?? '*'
  const dependencies = { ...PINS, ...peers, [name]: `file:${tarball}` }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  // A tarball of the same version is not unpacked again.
  rmSync(join(folder, 'node_modules', name), { recursive: true, force: true })
  rmSync(join(folder, 'package-lock.json'), { force: true })
  npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'])
}

function npm(cwd: string, args: string[]): void {
  const { status } = spawnSync('npm', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0) return
  console.error(`npm ${args[0] ?? ''} failed. The consumers come from the npm registry.`)
  process.exit(MISSING)
}

/** @returns what went wrong; nothing if a number was verified. */
async function tryOut(folder: string, consumer: Consumer): Promise<string> {
  rmSync(join(folder, consumer.folder), { recursive: true, force: true })
  cpSync(apps, folder, { recursive: true })
  const cwd = join(folder, consumer.folder)
  const build = spawnSync(process.execPath, consumer.build, { cwd, env, encoding: 'utf8' })
  if (build.status !== 0) return `it was not built.\n${build.stdout}${build.stderr}`
  const site = await start(consumer, cwd)
  const visitor = await Visitor.arrive('en')
  try {
    await visitor.page.goto(site.url)
    // The picker is the last to come, and comes in a chunk of its own.
    await visitor.page.locator('.mpv-country-search button svg').waitFor()
    await visitor.verifies('07400 123456')
    return visitor.complaints.join('\n')
  } finally {
    await visitor.leave()
    await site.stop()
  }
}

async function start(
  { serve: how }: Consumer,
  cwd: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (typeof how === 'string') return serveFolder(join(cwd, how))
  const port = String(await findFreePort())
  const serverEnv = { ...env, PORT: port, HOST: '127.0.0.1' }
  const server = spawn(process.execPath, how(port), { cwd, env: serverEnv, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  const isUp = async () => (await fetch(url).catch(() => null)) !== null
  for (let patience = 240; patience > 0 && !(await isUp()); patience -= 1) {
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const stop = async () => {
    server.kill()
    await once(server, 'exit')
  }
  return { url, stop }
}

/** Serves a page that does not say its encoding, which what we publish must bear. */
async function serveFolder(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const own = join(apps, 'static')
  const styles = fileURLToPath(new URL('../../dist/styles.css', import.meta.url))
  if (!existsSync(join(folder, 'index.html'))) cpSync(join(own, 'index.html'), join(folder, 'index.html'))
  if (!existsSync(join(folder, 'styles.css'))) cpSync(styles, join(folder, 'styles.css'))
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const { url, close } = await serve(folder, {
    answer: (request) =>
      Promise.resolve(
        new URL(request.url).pathname === '/'
          ? new Response(page, { headers: { 'Content-Type': 'text/html' } })
          : null,
      ),
  })
  return { url, stop: close }
}

interface Manifest {
  name: string
  version: string
  peerDependencies: Record<string, string>
  devDependencies: Record<string, string>
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}

function versionOf(folder: string, tool: string): string {
  return manifestOf(join(folder, 'node_modules', tool)).version
}

function valueOf(options: string[], name: string): string | undefined {
  const at = options.indexOf(name)
  return at < 0 ? undefined : options[at + 1]
}
