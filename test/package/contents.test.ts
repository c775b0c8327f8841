import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'

const { library } = inject('consumer')

const files = readdirSync(library, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(library.length + 1)
      .replaceAll('\\', '/'),
  )

describe('the tarball', () => {
  it('holds beside dist what npm shows and what the law asks for', () => {
    expect(files.filter((path) => !path.startsWith('dist/')).sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'llms-full.txt',
      'llms.txt',
      'package.json',
    ])
  })

  it('holds in dist modules, declarations, the stylesheets and the bill of materials', () => {
    const others = files.filter((path) => path.startsWith('dist/') && !/\.(js|d\.ts)$/.test(path))
    expect(others.sort()).toEqual(['dist/sbom.cdx.json', 'dist/styles.css', 'dist/styles.layer.css'])
  })

  it('holds a declaration for every module', () => {
    const modules = files.filter((path) => path.endsWith('.js'))
    expect(modules.filter((path) => !files.includes(path.replace(/\.js$/, '.d.ts')))).toEqual([])
    expect(modules.length).toBeGreaterThan(0)
  })

  it('holds no test and no story', () => {
    expect(files.filter((path) => /\.(test|stories)\.|(^|\/)(test|stories)\//.test(path))).toEqual([])
  })

  it('holds modules and stylesheets of ASCII alone, for pages that do not say their encoding', () => {
    const foreign = files.filter(
      (path) =>
        /^dist\/.*\.(js|css)$/.test(path) && /[^\0-\x7f]/.test(readFileSync(join(library, path), 'utf8')),
    )
    expect(foreign).toEqual([])
  })

  it('says the same file in "main", for tools that do not read "exports"', () => {
    const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as {
      main: string
      exports: Record<string, { default: string }>
    }
    expect(manifest.main).toBe(manifest.exports['.']?.default)
  })

  it('points to no source map that it does not hold', () => {
    const pointing = files.filter((path) =>
      readFileSync(join(library, path), 'utf8').includes('//# sourceMappingURL'),
    )
    expect(pointing).toEqual([])
  })
})
