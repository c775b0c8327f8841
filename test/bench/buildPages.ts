import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import type { Subject } from './subjects.js'

/** React's production build; or the one that also tells what it commits, which costs time. */
export type Mode = 'production' | 'profiling'

const page = fileURLToPath(new URL('page', import.meta.url))

/** Bundles a page for each subject, with no other subject's code in it. Each gets a folder by its name. */
export async function buildPages(subjects: Subject[], mode: Mode, folder: string): Promise<void> {
  for (const { name } of subjects) {
    await build({
      root: page,
      base: './',
      mode,
      configFile: false,
      logLevel: 'error',
      plugins: [screenOf(name), builtPackage()],
      resolve: mode === 'profiling' ? { alias: { 'react-dom/client': 'react-dom/profiling' } } : {},
      build: {
        outDir: join(folder, name),
        emptyOutDir: true,
        // Names of components are read there.
        minify: mode === 'production',
        chunkSizeWarningLimit: Infinity,
      },
    })
  }
}

/** Puts a subject's screen in the place of the one that the page imports. */
function screenOf(name: string): Plugin {
  return {
    name: 'screen-of-subject',
    enforce: 'pre',
    resolveId(source) {
      return source === './screens/ours.js' ? join(page, 'screens', `${name}.tsx`) : null
    },
  }
}

/** Takes what `npm run build` made where a page imports the sources, which it does for their types. */
function builtPackage(): Plugin {
  const names: Record<string, string> = {
    '../../../../src/index.js': 'matrix-phone-verification',
    '../../../../src/styles.css': 'matrix-phone-verification/styles.css',
  }
  return {
    name: 'built-package',
    enforce: 'pre',
    async resolveId(source, importer) {
      const name = names[source]
      if (name === undefined) return null
      const resolved = await this.resolve(name, importer, { skipSelf: true })
      if (resolved === null || resolved.external) throw new Error(`${name} is not built.`)
      return resolved
    },
  }
}
