import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import replace from '@rollup/plugin-replace'
import { rollup } from 'rollup'

const build = await rollup({
  input: { main: 'entry.js' },
  plugins: [
    replace({ preventAssignment: true, values: { 'process.env.NODE_ENV': '"production"' } }),
    nodeResolve({ browser: true }),
    commonjs(),
  ],
  onLog: () => undefined,
})
await build.write({ dir: 'site', format: 'es' })
