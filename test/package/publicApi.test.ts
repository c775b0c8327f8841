import { format, resolveConfig } from 'prettier'
import { expect, inject, it } from 'vitest'
import { readPublicApi, type PublicEntry } from './publicApi.js'

const { library } = inject('consumer')

it('the public API is the one that is written down, which "npm run test:package -- publicApi -u" renews', async () => {
  await expect(await report(readPublicApi(library))).toMatchFileSnapshot('publicApi.md')
})

async function report(entries: PublicEntry[]): Promise<string> {
  const sections = entries.map(({ entry, exported, behind }) =>
    [
      `## matrix-phone-verification${entry.slice(1)}`,
      block(exported),
      ...(behind.length > 0 ? ['Named by these, and not exported:', block(behind)] : []),
    ].join('\n\n'),
  )
  const text = [
    '# Public API',
    'What an app can import, and every type of ours that stands behind it. A change here is a change for users.',
    ...sections,
  ].join('\n\n')
  return format(text, { ...(await resolveConfig(new URL(import.meta.url))), parser: 'markdown' })
}

function block(declarations: string[]): string {
  return ['```ts', declarations.join('\n\n'), '```'].join('\n')
}
