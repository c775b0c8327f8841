import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { bundle, gzipped, partNames, type Weight } from './bundle.js'

const { folder, library } = inject('consumer')

const hook = await bundle(folder, 'hook', "export { usePhoneVerification } from 'matrix-phone-verification'")
const form = await bundle(folder, 'form', "export { PhoneVerificationForm } from 'matrix-phone-verification'")
/** The number alone, in two ways to import it. */
const someParts = {
  'the namespace': `import { PhoneVerification as P } from 'matrix-phone-verification'
    export const parts = [P.Root, P.NumberStep, P.NumberInput, P.Submit]`,
  'the parts by name':
    "export { Root, NumberStep, NumberInput, Submit } from 'matrix-phone-verification/parts'",
}
const stylesheets = ['styles.css', 'styles.layer.css'].map((name) =>
  gzipped(readFileSync(join(library, 'dist', name), 'utf8')),
)

/**
 * What it is, at most how many kB, and what it weighs. A kB is 1,000 bytes, after gzip -9. The hook and the
 * flow are to come down to 14 and 85.5: until then these limits keep them from growing.
 */
const BUDGETS: [string, number, Weight][] = [
  ['hook alone, with its schemas', 20.5, hook.start],
  ['form, before the person touches it', 42.2, form.start],
  ['form, everything it loads in a flow', 86.9, form.everything],
  ['the searchable picker, more', 14.5, form.picker],
  ['flags, more', 52, form.flags],
  ...stylesheets.map((size): [string, number, Weight] => [
    'a stylesheet',
    4.2,
    { size, parts: { ours: size }, modules: [] },
  ]),
]

afterAll(() => {
  console.log(table())
})

describe('the size, minified and compressed, as a bundler makes it for a consumer,', () => {
  it.each(BUDGETS)('of %s is at most %s kB', (_, most, weight) => {
    expect(weight.size, heaviest(weight)).toBeLessThanOrEqual(most * 1000)
  })
})

describe('who imports the hook alone', () => {
  it('gets no form, no words and no phone numbers, now or later', () => {
    const unwanted =
      /dist\/(form|phone|messages|testing)\/|react-hook-form|@hookform|libphonenumber|downshift/
    expect(hook.everything.modules.map(({ id }) => id).filter((id) => unwanted.test(id))).toEqual([])
    expect(hook.everything.modules.length).toBeGreaterThan(0)
  })
})

describe('who shows the form', () => {
  it('gets the searchable picker only when it is shown', () => {
    expect(form.everything.modules.filter(({ part }) => part === 'picker')).toEqual([])
  })

  it('gets the number engine and its metadata later', () => {
    const engine = /libphonenumber/
    expect(form.start.modules.map(({ id }) => id).filter((id) => engine.test(id))).toEqual([])
    expect(form.everything.modules.some(({ id }) => engine.test(id))).toBe(true)
  })

  it('gets no part whose weight is not accounted for', () => {
    const modules = [...form.everything.modules, ...form.picker.modules]
    expect(modules.filter(({ part }) => part === 'other')).toEqual([])
  })
})

describe.each(Object.entries(someParts))('who uses four of %s', (_, code) => {
  it('gets no step and no piece of a step that is not asked for', async () => {
    const { start } = await bundle(folder, 'parts', code)
    const ours = start.modules.filter(({ part }) => part === 'ours').map(({ id }) => id)
    expect(ours.some((id) => id.endsWith('/form/number/NumberStep.js'))).toBe(true)
    expect(
      ours.filter((id) => /(CodeStep|ExternalStep|codeParts|endSteps|resendParts)\.js$/.test(id)),
    ).toEqual([])
    expect(start.size).toBeLessThan(form.start.size - 4000)
  })
})

function table(): string {
  const shown = partNames.filter((part) => BUDGETS.some(([, , { parts }]) => (parts[part] ?? 0) > 0))
  const head = ['kB', 'at most', 'is', ...shown]
  const rows = BUDGETS.map(([name, most, { size, parts }]) => [
    name,
    most.toFixed(1),
    kB(size),
    ...shown.map((part) => kB(parts[part] ?? 0)),
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)))
  const line = ([first = '', ...numbers]: string[]) =>
    [first.padEnd(widths[0] ?? 0), ...numbers.map((cell, at) => cell.padStart(widths[at + 1] ?? 0))].join(
      '  ',
    )
  return [head, ...rows].map(line).join('\n')
}

function heaviest({ size, modules }: Weight): string {
  const lines = modules.slice(0, 25).map((module) => `${kB(module.size).padStart(6)}  ${module.id}`)
  return `${kB(size)} kB. The heaviest modules, each alone:\n${lines.join('\n')}\n`
}

function kB(bytes: number): string {
  return bytes === 0 ? '–' : (bytes / 1000).toFixed(1)
}
