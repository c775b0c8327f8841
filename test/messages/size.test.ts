import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, it } from 'vitest'
import { localeFiles } from './locales.js'

/** Bytes after gzip -9. */
const MOST = 3000

it.each(localeFiles)('$tag weighs at most 3 kB, minified and compressed', async ({ tag }) => {
  expect(await weigh(`../../src/messages/locales/${tag}.ts`)).toBeLessThanOrEqual(MOST)
})

async function weigh(path: string): Promise<number> {
  const build = await rolldown({ input: fileURLToPath(new URL(path, import.meta.url)) })
  const { output } = await build.generate({ format: 'esm', minify: true })
  await build.close()
  expect(output).toHaveLength(1)
  return gzipSync(output[0].code, { level: 9 }).length
}
