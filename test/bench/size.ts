import { fileURLToPath } from 'node:url'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../package/bundle.js'
import type { SubjectResult } from './results.js'
import type { Subject } from './subjects.js'

/** What a bundler makes of what an app imports, by the same rules as the budgets of sizes. */
export async function measureSize({ name, imports }: Subject): Promise<SubjectResult['size']> {
  // Below the repository, where the package may import itself by its name.
  const folder = join(fileURLToPath(new URL('../..', import.meta.url)), '.cache/bench')
  mkdirSync(folder, { recursive: true })
  const { start, everything } = await bundle(folder, name, imports)
  return { start: start.size, everything: everything.size }
}
