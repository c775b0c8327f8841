import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Apart from the other tests, which need no Python. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'homeserver',
    environment: 'node',
    include: ['test/homeserver/**/*.test.ts'],
    globalSetup: ['test/package/consumer.ts'],
    // All files share one worker, and with it the servers and the browser.
    isolate: false,
    fileParallelism: false,
    testTimeout: 120_000,
  },
})
