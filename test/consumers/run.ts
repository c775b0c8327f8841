import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blocksOf, readFile } from '../../.storybook/docPages.js'
import { NATIVE_APP, verifiesNatively } from '../package/nativeApp.js'
import { pack, readManifest, root } from '../package/pack.js'
import { Visitor } from '../package/visitor.js'
import { findFreePort } from '../support/findFreePort.js'
import { serve } from '../support/serve.js'
import { startServer, type RunningServer } from '../support/startServer.js'
import { CONSUMERS, PINS, SHARED, type Consumer } from './consumers.js'
import { toTable, writeTable, type Outcome } from './report.js'

/** That something is missing on this machine, which is no fault of ours. */
const MISSING = 3

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
 *   again; `--write` to write the table of all into the documentation.
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
    else if (options.includes('--write') && only === '') writeTable(outcomes)
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** Installs everything as an app does: the package from its tarball, the rest at its pinned version. */
function install(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const tarball = pack(folder)
  const { name, peerDependencies, devDependencies } = readManifest(root)
  const versions: Record<string, string> = {}
  for (const one of [...Object.keys(peerDependencies), ...SHARED]) versions[one] = devDependencies[one] ?? '*'
  const dependencies = { ...PINS, ...versions, [name]: `file:${tarball}` }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  // A tarball of the same version is not unpacked again.
  rmSync(join(folder, 'node_modules', name), { recursive: true, force: true })
  rmSync(join(folder, 'package-lock.json'), { force: true })
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  const { status } = spawnSync('npm', ['install', ...options], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status === 0) return
  console.error('npm install failed. The consumers come from the npm registry.')
  process.exit(MISSING)
}

/** @returns what went wrong; nothing if a number was verified. */
async function tryOut(folder: string, consumer: Consumer): Promise<string> {
  rmSync(join(folder, consumer.folder), { recursive: true, force: true })
  cpSync(apps, folder, { recursive: true })
  writeFileSync(join(folder, 'metro/app.js'), NATIVE_APP)
  writeFileSync(join(folder, 'jest/jest.config.mjs'), documentedSettings())
  const cwd = join(folder, consumer.folder)
  const modeEnv = { ...env, NODE_ENV: consumer.mode ?? env.NODE_ENV }
  const build = spawnSync(process.execPath, consumer.build, { cwd, env: modeEnv, encoding: 'utf8' })
  if (build.status !== 0) return `it was not built.\n${build.stdout}${build.stderr}`
  const { serve: how, bundle } = consumer
  if (bundle !== undefined) return runNatively(join(cwd, bundle))
  return how === undefined ? '' : visit(how, cwd)
}

async function runNatively(bundle: string): Promise<string> {
  const { seen, leave } = await verifiesNatively(readFileSync(bundle, 'utf8'))
  await leave()
  const { step } = seen.verification
  return step === 'verified' ? '' : `it came to the step "${step}".`
}

/** The settings of Jest that the page about it shows. */
function documentedSettings(): string {
  const blocks = blocksOf(readFile('stories/docs/WhereItRuns.mdx'))
  return blocks.find(({ code }) => code.includes('transformIgnorePatterns'))?.code ?? ''
}

async function visit(how: string | string[], cwd: string): Promise<string> {
  const site = await start(how, cwd)
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

async function start(how: string | string[], cwd: string): Promise<RunningServer> {
  if (typeof how === 'string') return serveFolder(join(cwd, how))
  return startServer(how, { cwd, env: { ...env, PORT: String(await findFreePort()), HOST: '127.0.0.1' } })
}

/** Serves a page that does not say its encoding, which what we publish must bear. */
async function serveFolder(folder: string): Promise<RunningServer> {
  const own = join(apps, 'static')
  const styles = join(root, 'dist/styles.css')
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

function versionOf(folder: string, tool: string): string {
  return readManifest(join(folder, 'node_modules', tool)).version
}

function valueOf(options: string[], name: string): string | undefined {
  const at = options.indexOf(name)
  return at < 0 ? undefined : options[at + 1]
}
