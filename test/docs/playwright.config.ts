import { fileURLToPath } from 'node:url'
import { defineConfig } from 'playwright/test'
import { chromiumLaunch } from '../support/chromium.js'

const { DOCS_PORT: port = '5199' } = process.env
const app = fileURLToPath(new URL('app', import.meta.url))

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../.cache/playwright',
  workers: 1,
  reporter: 'line',
  use: { baseURL: `http://127.0.0.1:${port}`, launchOptions: chromiumLaunch },
  webServer: {
    command: `node ../../node_modules/vite/bin/vite.js ${app} --config app/vite.config.ts --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}`,
    timeout: 120_000,
  },
})
