import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { listedPages } from '../../.storybook/llms.js'
import { listPages } from '../../.storybook/docPages.js'

const { library } = inject('consumer')
const read = (name: string) => readFileSync(join(library, name), 'utf8')

const headings = new Set(
  [...read('llms-full.txt').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  ),
)

describe.each(['llms.txt', 'llms-full.txt'])('%s in the package', (name) => {
  it('has links that lead to files and headings of the package', () => {
    const prose = read(name).replace(/`[^`\n]*`/g, '')
    const links = [...prose.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = '']) => link)
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#')
      return !existsSync(join(library, path)) || (anchor !== undefined && !headings.has(anchor))
    })
    expect(broken).toEqual([])
    expect(links.length).toBeGreaterThan(20)
  })

  it('has nothing in it that only Storybook reads', () => {
    expect(read(name)).not.toMatch(/<Meta|<Canvas|storybook\/|file=|^\[\/\/\]/m)
  })
})

it('llms-full.txt has the code of every page', () => {
  for (const code of [
    'useRegisterWithPhone({ homeserver',
    'probePhoneSupport(homeserver',
    '<PhoneVerificationField',
  ])
    expect(read('llms-full.txt')).toContain(code)
})

it('every page but the README, the first and the pictures is in the list', () => {
  const expected = listPages().filter((page) => !/README|StartHere|Gallery/.test(page))
  expect(listedPages().sort()).toEqual(expected)
})
