import { readFileSync } from 'node:fs'
import compatData, {
  type CompatStatement,
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' }

export const BROWSERS = ['chrome', 'firefox', 'safari'] as const

/** The first version of each browser, in the order of {@link BROWSERS}; `Infinity` for none so far. */
export type Versions = readonly [number, number, number]

const data = compatData as unknown as Record<string, Identifier>

/** The entry of the compatibility data at a path such as `css/properties/inset`. */
export function entryAt(path: string): Identifier | undefined {
  return path
    .split('/')
    .reduce<Identifier | undefined>(
      (entry, name) => (entry as Record<string, Identifier> | undefined)?.[name],
      data as unknown as Identifier,
    )
}

/** Since when browsers have what is at a path; nothing where the data does not know it. */
export function supportOf(path: string): Versions | undefined {
  const compat: CompatStatement | undefined = entryAt(path)?.__compat
  if (compat === undefined) return undefined
  const since = BROWSERS.map((browser) => {
    const stated: SimpleSupportStatement | SimpleSupportStatement[] = compat.support[browser] ?? []
    const versions = (Array.isArray(stated) ? stated : [stated])
      // Behind a flag or under another name is not there.
      .filter(({ flags, prefix, alternative_name: other }) => !flags && !prefix && !other)
      .map(({ version_added: added }) =>
        typeof added === 'string' ? parseFloat(added.replace('≤', '')) : NaN,
      )
    return Math.min(...versions.map((version) => (Number.isNaN(version) ? Infinity : version)))
  })
  return [since[0] ?? Infinity, since[1] ?? Infinity, since[2] ?? Infinity]
}

/** Whether something came later than the browsers that are to have it. */
export function isNewer(feature: Versions, than: Versions): boolean {
  return feature.some((version, at) => version > (than[at] ?? 0))
}

/** The later of two, browser by browser. */
export function later(one: Versions, other: Versions): Versions {
  return [Math.max(one[0], other[0]), Math.max(one[1], other[1]), Math.max(one[2], other[2])]
}

/** What the README says of a row of its table of browsers. */
export function statedIn(readme: string, row: string): Versions {
  const line = readme.split('\n').find((one) => one.startsWith(`| ${row}`))
  const numbers = (line?.split('|').slice(2, 5) ?? []).map(parseFloat)
  const [chrome = NaN, firefox = NaN, safari = NaN] = numbers
  if ([chrome, firefox, safari].some(Number.isNaN))
    throw new Error(`The README states no browsers for "${row}".`)
  return [chrome, firefox, safari]
}

export const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
