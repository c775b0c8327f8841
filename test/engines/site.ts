import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { serve } from '../support/serve.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, '.cache/engines/page')

/** Pages and their homeserver on an origin of their own, and with it a storage that nobody else has. */
export interface Site {
  /** Ends with a slash. */
  url: string
  homeserver: SimulatedHomeserver
  close: () => Promise<void>
}

/** Bundles the pages of the walks, as an app is for production, once for all of them. */
export async function buildPages(): Promise<void> {
  const pages = fileURLToPath(new URL('page', import.meta.url))
  const names = ['index.html', 'frame.html', 'plain.html']
  await build({
    root: pages,
    base: './',
    configFile: false,
    logLevel: 'error',
    // React as people get it: in development, effects run twice, which can hide what is wrong with the first time.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    build: {
      outDir: built,
      emptyOutDir: true,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: names.map((name) => join(pages, name)) },
    },
  })
}

/** Serves them with a homeserver behind the Matrix API's paths. */
export async function openSite(): Promise<Site> {
  const served: { homeserver?: SimulatedHomeserver } = {}
  const { url, close } = await serve(built, {
    // A page that may not be stored would not be kept for "Back" either.
    headers: { 'Cache-Control': 'no-cache' },
    async answer(request) {
      const { pathname } = new URL(request.url)
      return pathname.startsWith('/_matrix/') ? ((await served.homeserver?.handle(request)) ?? null) : null
    },
  })
  const homeserver = new SimulatedHomeserver({ baseUrl: url.replace(/\/$/, '') })
  served.homeserver = homeserver
  return { url, homeserver, close }
}

/** Serves the built Storybook. */
export function openStorybook() {
  return serve(join(root, 'storybook-static'))
}
