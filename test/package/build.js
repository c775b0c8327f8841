// Builds what the package ships: one ES module and one declaration per source file, and the stylesheet.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))

rmSync(new URL('dist', root), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [compiler, '--project', 'src/tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
})
if (status === 0) {
  writeFileSync(
    new URL('dist/styles.css', root),
    withoutNotes(readFileSync(new URL('src/styles.css', root), 'utf8')),
  )
  // TypeScript 6 wants to know what an import of the stylesheet is, also where no bundler's types say it.
  writeFileSync(new URL('dist/styles.css.d.ts', root), 'export {}\n')
} else {
  process.exitCode = 1
}

/**
 * Leaves out what only we read; the first comment is for whoever sets the look.
 * @param {string} css
 */
function withoutNotes(css) {
  const body = css.indexOf('*/') + 2
  return css.slice(0, body) + css.slice(body).replace(/\s*\/\*[\s\S]*?\*\//g, '')
}
