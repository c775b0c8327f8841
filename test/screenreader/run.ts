import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { BROWSER_NAMES, missingPackages } from './programs.js'

/** That something is missing on this machine, which is no fault of ours. */
const MISSING = 3

const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../vitest.mjs', import.meta.resolve('vitest/config')))

/**
 * Listens to the form in each browser, one after the other. Where a program is missing it says which, and ends with 3.
 *
 * @param options `--find` to look for the programs only; the rest goes to Vitest.
 */
export function run(options: string[]): void {
  const missing = missingPackages()
  if (missing.length > 0) {
    console.error(`The screen reader needs what is not here. On Debian: apt-get install ${missing.join(' ')}`)
    process.exitCode = MISSING
    return
  }
  if (options.includes('--find')) return
  for (const browser of BROWSER_NAMES) {
    const args = [vitest, 'run', '--config', 'test/screenreader/vitest.config.ts', ...options]
    const env = { ...process.env, LISTEN_TO: browser }
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
    if (status !== 0) process.exitCode = status ?? 1
  }
}
