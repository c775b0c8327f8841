import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview, type Plugin } from 'vite'
import type { Consumer } from '../package/consumer.js'
import { findFreePort } from '../support/findFreePort.js'

/** A page on loopback. */
export interface ServedPage {
  url: string
  close: () => Promise<void>
}

/** Bundles the page with the package as it is published, and serves it. */
export async function servePage(consumer: Pick<Consumer, 'folder'>): Promise<ServedPage> {
  const shared = {
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(consumer.folder, 'page'), emptyOutDir: true },
  } as const
  await build({ ...shared, plugins: [publishedPackage(consumer)] })
  const port = await findFreePort()
  const server = await preview({ ...shared, preview: { host: '127.0.0.1', port, strictPort: true } })
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** Takes the packed package where the page imports the sources, which it does for their types. */
function publishedPackage({ folder }: Pick<Consumer, 'folder'>): Plugin {
  const names: Record<string, string> = {
    '../../../src/index.js': 'matrix-phone-verification',
    '../../../src/styles.css': 'matrix-phone-verification/styles.css',
  }
  return {
    name: 'published-package',
    enforce: 'pre',
    async resolveId(source) {
      const name = names[source]
      if (name === undefined) return null
      const resolved = await this.resolve(name, join(folder, 'app.js'), { skipSelf: true })
      if (resolved === null || resolved.external) throw new Error(`${name} is not in ${folder}.`)
      return resolved
    },
  }
}
