import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { ENGINE_NAMES } from './findEngines.js'

const engine = ENGINE_NAMES.find((name) => name === process.env['ENGINE']) ?? 'firefox'

/** Apart from the other tests, which need one browser only. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: engine,
    environment: 'node',
    include: ['test/engines/**/*.test.ts'],
    globalSetup: ['test/engines/setup.ts'],
    provide: { engine },
    // All files share one worker, and with it the server of the Storybook.
    isolate: false,
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
