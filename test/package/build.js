// Builds what the package ships: one ES module and one declaration per source file, the two stylesheets,
// the documentation for language models and the bill of materials.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
  for (const name of readdirSync(new URL('dist', root), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.js')) escapeModule(new URL(`dist/${name.replaceAll('\\', '/')}`, root))
  }
  const { writeLlms } = await importTypeScript('.storybook/llms.ts')
  writeLlms(fileURLToPath(root))
  const { writeBillOfMaterials } = await importTypeScript('test/package/billOfMaterials.ts')
  writeBillOfMaterials(fileURLToPath(root))
} else {
  process.exitCode = 1
}

/**
 * Node 20 reads no TypeScript; Vite, which is here anyway, does.
 * @param {string} path
 */
async function importTypeScript(path) {
  const file = fileURLToPath(new URL(path, root))
  return (await runnerImport(file, { configFile: false, logLevel: 'error' })).module
}

/**
 * Leaves only ASCII in a module: a page that does not say its encoding reads anything else wrong, and an expression of
 * misread characters is an error. Strings, templates and expressions all know these escapes.
 * @param {URL} file
 */
function escapeModule(file) {
  const code = readFileSync(file, 'utf8')
  const ascii = code.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  if (ascii !== code) writeFileSync(file, ascii)
}

/**
 * Writes a stylesheet without what only we read, but for the first comment, which is for whoever sets the look.
 * @param {string} name
 * @param {string} css
 */
function writeStylesheet(name, css) {
  const [note] = /\/\*[\s\S]*?\*\//.exec(css) ?? ['']
  const { code } = transform({ filename: name, code: Buffer.from(css), minify: true, targets })
  const ascii = code.toString().replace(/[^\0-\x7f]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)
  writeFileSync(new URL(`dist/${name}`, root), `${note}\n${ascii}\n`)
  // TypeScript 6 wants to know what an import of a stylesheet is, also where no bundler's types say it.
  writeFileSync(new URL(`dist/${name}.d.ts`, root), 'export {}\n')
}
