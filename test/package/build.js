// Builds what the package ships: one ES module and one declaration per source file, the two stylesheets,
// and the documentation for language models.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'lightningcss'
import { runnerImport } from 'vite'

const root = new URL('../../', import.meta.url)
const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))

rmSync(new URL('dist', root), { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [compiler, '--project', 'src/tsconfig.json'], {
  cwd: root,
  stdio: 'inherit',
})
/** The browsers that the README promises, or it drops what stands there for them. */
const targets = { chrome: 103 << 16, firefox: 100 << 16, safari: (16 << 16) | (4 << 8) }

if (status === 0) {
  const source = readFileSync(new URL('src/styles.css', root), 'utf8')
  writeStylesheet('styles.css', source)
  writeStylesheet('styles.layer.css', `@layer matrix-phone-verification {${source}}`)
  // Node 20 reads no TypeScript; Vite, which is here anyway, does.
  const pages = fileURLToPath(new URL('.storybook/llms.ts', root))
  const { module } = await runnerImport(pages, { configFile: false, logLevel: 'error' })
  module.writeLlms(fileURLToPath(root))
} else {
  process.exitCode = 1
}

/**
 * Writes a stylesheet without what only we read, but for the first comment, which is for whoever sets the look.
 * @param {string} name
 * @param {string} css
 */
function writeStylesheet(name, css) {
  const [note] = /\/\*[\s\S]*?\*\//.exec(css) ?? ['']
  const { code } = transform({ filename: name, code: Buffer.from(css), minify: true, targets })
  writeFileSync(new URL(`dist/${name}`, root), `${note}\n${code.toString()}\n`)
  // TypeScript 6 wants to know what an import of a stylesheet is, also where no bundler's types say it.
  writeFileSync(new URL(`dist/${name}.d.ts`, root), 'export {}\n')
}
