import { fileURLToPath } from 'node:url'

/** Builds with webpack or with Rspack, which is configured as webpack is. */
export function pack(bundle) {
  const path = fileURLToPath(new URL('site', import.meta.url))
  const output = { path, filename: 'main.js', publicPath: '/' }
  const options = { mode: 'production', context: import.meta.dirname, entry: './entry.js', output }
  bundle({ ...options, performance: { hints: false } }, (error, stats) => {
    if (error) throw error
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'))
  })
}
