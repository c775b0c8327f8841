import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ENGINE_NAMES, findEngine, HOW_TO_INSTALL, OTHER_ENGINES, type EngineName } from './findEngines.js'

/** That something is missing on this machine, which is no fault of ours. */
const MISSING = 3

const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../vitest.mjs', import.meta.resolve('vitest/config')))

/**
 * Runs the tests in each engine that is found, one after the other.
 *
 * @param options `--engine firefox` for one of them; the rest goes to Vitest.
 */
export function run(options: string[]): void {
  const at = options.indexOf('--engine')
  const wanted = at < 0 ? OTHER_ENGINES : options.splice(at, 2).slice(1).map(toName)
  const found = wanted.filter((name) => findEngine(name) !== null)
  for (const name of wanted.filter((name) => !found.includes(name))) {
    console.error(`${name} is not here. ${HOW_TO_INSTALL[name]}`)
  }
  if (found.length < wanted.length) {
    process.exitCode = MISSING
    if (found.length === 0) return
  }
  for (const name of found) {
    const args = ['run', '--config', 'test/engines/vitest.config.ts', ...options]
    const { status } = spawnSync(process.execPath, [vitest, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ENGINE: name },
    })
    if (status !== 0) process.exitCode = status ?? 1
  }
}

function toName(text: string): EngineName {
  const name = ENGINE_NAMES.find((name) => name === text)
  if (name === undefined)
    throw new Error(`There is no engine ${text}: take one of ${ENGINE_NAMES.join(', ')}.`)
  return name
}
