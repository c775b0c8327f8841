import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const config = fileURLToPath(new URL('playwright.config.ts', import.meta.url))
const runner = fileURLToPath(new URL('cli.js', import.meta.resolve('playwright/package.json')))

it('the example test for Playwright passes under its own runner', { timeout: 240_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [runner, 'test', '--config', config], {
    env: { ...process.env, DOCS_PORT: String(await findFreePort()) },
  })
  expect(stdout).toContain('3 passed')
})

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
