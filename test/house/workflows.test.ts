import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../.github/workflows/', import.meta.url)
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const,
)

describe.each(workflows)('the workflow %s', (_name, text) => {
  it('names each action by a commit, which nobody can move, with its version behind it', () => {
    const actions = [...text.matchAll(/uses: (.*)/g)].map(([, action]) => action)
    expect(actions.length).toBeGreaterThan(0)
    expect(
      actions.filter((action) => !/^[\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+(\.\d+){2}$/.test(action ?? '')),
    ).toEqual([])
  })

  it('begins with no right but to read', () => {
    expect(text).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n\n/m)
  })

  it('leaves no token behind for what it runs', () => {
    const checkouts = text.match(/actions\/checkout@/g) ?? []
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts.length)
  })
})
