import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ENGINE_NAMES, findEngine, HOW_TO_INSTALL, OTHER_ENGINES, type EngineName } from './findEngines.js'
import { testedIn, versionOf, writeTested } from './tested.js'

/** That something is missing on this machine, which is no fault of ours. */
const MISSING = 3

const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../vitest.mjs', import.meta.resolve('vitest/config')))

/**
 * Runs the tests in each engine that is found, one after the other. Where one is not found it says what to do,
 * and ends with 3.
 *
 * @param options `--engine firefox` for one of them, `--find` to look for them only, and `--write` to write into
 *   the documentation which versions passed; the rest goes to Vitest.
 */
export async function run(options: string[]): Promise<void> {
  const at = options.indexOf('--engine')
  const wanted = at < 0 ? OTHER_ENGINES : options.splice(at, 2).slice(1).map(toName)
  const found = wanted.filter((name) => findEngine(name) !== null)
  for (const name of wanted.filter((name) => !found.includes(name))) {
    console.error(`${name} is not here. ${HOW_TO_INSTALL[name]}`)
    process.exitCode = MISSING
  }
  if (options.includes('--find')) return
  const passed: string[] = []
  for (const name of found) {
    const status = runTests(
      name,
      options.filter((option) => option !== '--write'),
    )
    if (status === 0) passed.push(await versionOf(name))
    else process.exitCode = status
  }
  if (passed.length > 0) console.log(testedIn(passed))
  if (options.includes('--write') && passed.length === OTHER_ENGINES.length) writeTested(passed)
}

function runTests(engine: EngineName, options: string[]): number {
  const args = ['run', '--config', 'test/engines/vitest.config.ts', ...options]
  const env = { ...process.env, ENGINE: engine }
  return spawnSync(process.execPath, [vitest, ...args], { cwd: root, stdio: 'inherit', env }).status ?? 1
}

function toName(text: string): EngineName {
  const name = ENGINE_NAMES.find((name) => name === text)
  if (name === undefined)
    throw new Error(`There is no engine ${text}: take one of ${ENGINE_NAMES.join(', ')}.`)
  return name
}
