// Goes on more random walks than `npm test` does, or once more on the one that failed:
//   npm run test:model                               100,000 without React
//   MODEL_RUNS=2000 npm run test:model -- component  2,000 through the hook
//   MODEL_SEED=… MODEL_PATH=… npm run test:model     the walk whose failure printed these
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('../vitest.mjs', import.meta.resolve('vitest/config')))
const [project = 'unit'] = process.argv.slice(2)
const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, 'test/model']
const { status } = spawnSync(process.execPath, [vitest, ...args], {
  cwd: fileURLToPath(new URL('../../', import.meta.url)),
  stdio: 'inherit',
  env: { MODEL_RUNS: '100000', ...process.env },
})
process.exitCode = status ?? 1
