import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, inject, it } from 'vitest'

const { library, tarball } = inject('consumer')

it('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pkgDir: library, pack: false, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

it('the types are right for every entry, for those who can load ES modules', async () => {
  const result = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
    entrypoints: moduleEntries(),
  })
  if (result.types === false) throw new Error('The package has no types.')
  expect(result.problems.filter(concernsModules)).toEqual([])
  expect(Object.keys(result.entrypoints)).toEqual(moduleEntries())
})

/** CommonJS, and the resolution of old that knows no `exports`, are not served. */
function concernsModules(problem: Problem): boolean {
  const resolution = 'resolutionKind' in problem ? problem.resolutionKind : undefined
  return problem.kind !== 'CJSResolvesToESM' && resolution !== 'node10'
}

function moduleEntries(): string[] {
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { exports: object }
  return Object.keys(manifest.exports).filter((entry) => !/\.(css|json)$/.test(entry))
}
