import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BROWSER_NAMES, type BrowserName } from './programs.js'

const browser = BROWSER_NAMES.find((name) => name === process.env['LISTEN_TO']) ?? 'firefox'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName
  }
}

/** Apart from the other tests, which need no screen reader. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: `orca with ${browser}`,
    environment: 'node',
    include: ['test/screenreader/**/*.test.ts'],
    provide: { browser },
    // All files share one worker, and with it the desktop.
    isolate: false,
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
})
