import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type InlineConfig, type Plugin } from 'vite'

/** An app that a server renders and a browser hydrates. */
export interface ViteApp {
  /** The React of the server. */
  react: string
  /** What the server made of the app. */
  html: string
  /** What the server warned of meanwhile. */
  warnings: string
  /** A file that the browser asks for; `/` is the page with the app in it. */
  read: (path: string) => Buffer
}

/** Builds the app in a folder of a consumer, for development: React's warnings are only there. */
export async function buildViteApp(folder: string, plugins: Plugin[]): Promise<ViteApp> {
  cpSync(fileURLToPath(new URL('vite', import.meta.url)), folder, { recursive: true })
  const shared: InlineConfig = { root: folder, configFile: false, logLevel: 'error', plugins }
  const define = { 'process.env.NODE_ENV': '"development"' }
  await build({ ...shared, define, build: { outDir: 'browser', minify: false } })
  await build({
    ...shared,
    define,
    build: { outDir: 'server', ssr: 'server.jsx' },
    ssr: { noExternal: true },
  })

  const server = spawnSync(process.execPath, ['server/server.js'], { cwd: folder, encoding: 'utf8' })
  if (server.status !== 0) throw new Error(server.stderr)
  const { react, html } = JSON.parse(server.stdout) as { react: string; html: string }
  const read = (path: string) => {
    const file = readFileSync(join(folder, 'browser', path === '/' ? 'index.html' : path))
    return path === '/' ? Buffer.from(file.toString().replace('<div id="app">', `$&${html}`)) : file
  }
  return { react, html, warnings: server.stderr, read }
}
