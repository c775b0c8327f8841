import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { storybookUrl } from '../../.storybook/docLinks.js'
import { blocksOf, listPages, readFile, withInlined } from '../../.storybook/docPages.js'
import { docTable, typesTable } from '../../.storybook/docTables.js'

const root = new URL('../../', import.meta.url)

describe('the code and the tables that a page takes from other files', () => {
  it.each(listPages())(
    'are in %s as they are there ("npm run docs" writes them)',
    async (page) => {
      const url = new URL(page, root)
      const written = await format(withInlined(readFile(page)), {
        ...(await resolveConfig(url)),
        filepath: page,
      })
      await expect(written).toMatchFileSnapshot(fileURLToPath(url))
    },
    60_000,
  )

  it('come with imports as an app writes them', () => {
    const [block] = blocksOf(withInlined('```tsx file=test/docs/registration.test.tsx\n```\n'))
    expect(block?.code).toContain("from './Registration'")
    expect(block?.code).toContain("from 'matrix-phone-verification/testing'")
  })
})

describe('a table of the documentation', () => {
  it('has a row for each property, with its docstring and its default', () => {
    const rows = docTable('FormOptions').split('\n')
    expect(rows[0]).toBe('| name | type | what it is | default |')
    expect(rows.find((row) => row.startsWith('| `disabled`'))).toMatch(/\| `boolean` \| .*\. \| `false` \|$/)
  })

  it('has what a type inherits, without what it leaves out', () => {
    const table = docTable('PhoneVerificationFormProps')
    for (const name of ['homeserver', 'defaultCountry', 'children'])
      expect(table).toContain(`| \`${name}\` |`)
    expect(table.match(/\| `webOtp` \| `boolean` \|/g)).toHaveLength(1)
  })

  it('says in which steps of a flow a property is there', () => {
    const rows = docTable('UsePhoneVerificationResult').split('\n')
    const row = (name: string) => rows.find((line) => line.startsWith(`| \`${name}\``))
    expect(row('resendAt')).toContain('| `code`, `external` |')
    expect(row('retry')).toContain('| `verified` |')
    expect(row('send')).toContain('| all |')
  })

  it('of several types says what each is and holds', () => {
    const rows = typesTable('CallOptions, Operation').split('\n')
    expect(rows[2]).toBe('| `CallOptions` | Options of a single call. | `signal` |')
    expect(rows[3]).toMatch(
      /^\| `Operation` \| The call that failed.* \| `WireOperation \\\| 'onVerified'` \|$/,
    )
  })

  it('is refused for a type that is not there', () => {
    expect(() => docTable('NoSuchType')).toThrow('NoSuchType')
    expect(() => typesTable('NoSuchType')).toThrow('NoSuchType')
  })
})

describe('a link in a page', () => {
  const links = listPages().flatMap((page) =>
    [...readFile(page).matchAll(/\]\((\.[^)]+|[A-Za-z][\w/.-]*\.\w+(?:#[\w-]+)?)\)/g)].map(
      ([, link = '']): [string, string] => [page, link],
    ),
  )

  it('leads to a page, a heading or a story that is there', () => {
    expect(links.filter(([page, link]) => isBroken(page, link))).toEqual([])
  })

  it('is relative, so that it works on a code host', () => {
    const inStorybook = listPages().filter((page) => readFile(page).includes('](?path='))
    expect(inStorybook).toEqual([])
  })

  it('leads in Storybook to the page or the story', () => {
    expect(storybookUrl('./StartHere.mdx')).toBe('?path=/docs/start-here--docs')
    expect(storybookUrl('../TryIt.stories.tsx#AddAPhoneNumber')).toBe(
      '?path=/story/try-it--add-a-phone-number',
    )
    expect(storybookUrl('../../SECURITY.md')).toBeUndefined()
  })
})

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#')
  const file = join(dirname(page), path)
  if (!existsSync(new URL(file, root))) return true
  if (anchor === undefined) return false
  const text = readFile(file)
  const anchors = path.endsWith('.tsx') ? (text.match(/(?<=^export const )\w+/gm) ?? []) : headingsOf(text)
  return !anchors.includes(anchor)
}

/** The anchors of a page's headings, as code hosts and Storybook make them. */
function headingsOf(page: string): string[] {
  return [...page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}
