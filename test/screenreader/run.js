// Node 20 reads no TypeScript; Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('run.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
module.run(process.argv.slice(2))
