import { build } from 'esbuild'

await build({
  entryPoints: { main: 'entry.js' },
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  outdir: 'site',
})
