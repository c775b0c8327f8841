import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const named = (page: string) => {
  const text = readFileSync(new URL(page, root), 'utf8')
  return Array.from(text.matchAll(/`((?:src|stories|test)\/[\w./-]+)`/g), ([, path = '']) => path)
}

it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])(
  '%s names only files and folders that are there',
  (page) => {
    const paths = named(page)
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
  },
)

it('CONTRIBUTING.md runs tests that are there', () => {
  const text = readFileSync(new URL('CONTRIBUTING.md', root), 'utf8')
  const runs = [...text.matchAll(/vitest run \S+ \S+ --project \w+ (.+)$/gm)].map(([, rest = '']) => rest)
  const files = runs.flatMap((rest) => rest.match(/(?:test|stories)\/\S+/g) ?? [])
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([])
  const titles = runs.flatMap((rest) => [...rest.matchAll(/^(\S+) -t "(.+)"$/g)])
  expect(titles.length).toBeGreaterThan(0)
  for (const [, file = '', title = ''] of titles)
    expect(readFileSync(new URL(file, root), 'utf8')).toContain(title)
})

it('the map leads to each of the files that decide something', () => {
  expect(named('README.md')).toEqual(
    expect.arrayContaining([
      'src/form/number/numberProblem.ts',
      'src/form/shared/statusParts.tsx',
      'src/form/code/useCodeForm.ts',
      'src/hooks/PhoneVerificationEvent.ts',
      'src/matrix/purposes.ts',
      'src/matrix/retryAfter.ts',
      'src/messages/locales',
      'src/phone/readings.ts',
      'src/phone/renumberings.ts',
      'src/verification/session.ts',
      'src/verification/waitingTimes.ts',
    ]),
  )
})

it('each promise of SECURITY.md names the test that shows it', () => {
  const text = readFileSync(new URL('SECURITY.md', root), 'utf8')
  const [, promises = ''] = text.split(/^## What the library promises$/m)
  const each = promises.split(/^- (?=\*\*)/m).slice(1)
  expect(each.length).toBeGreaterThan(10)
  expect(each.filter((promise) => !/`test\/[\w./-]+\.test\.tsx?`/.test(promise))).toEqual([])
})
