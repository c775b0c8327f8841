// Node 20 reads no TypeScript; Vite, which is here anyway, does.
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const { module } = await runnerImport(fileURLToPath(new URL('run.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
})
await module.run(process.argv.slice(2))
// An app on a phone waits for more to do, for ever.
process.exit()
