import fc from 'fast-check'
import { vi } from 'vitest'
import { MOST_PAGES } from './browser.js'
import { checkExits } from './exits.js'
import type { OpenPage } from './page.js'
import { walks, type Setting, type Step } from './steps.js'
import { NOW, World, type Kind } from './world.js'

/** `npm test` goes on the same walks every time, so that it fails for what was changed; `npm run test:model` looks for new ones. */
const KNOWN_SEED = 20

/** How many walks one load of the code is used for: it keeps what it knew of the pages before. */
const WALKS_PER_LOAD = 100

/** Goes on walks that begin the same, each with pages of its own. */
export class Walker {
  readonly steps = new Set<string>()
  readonly #kind: Omit<Kind, 'codes'>
  readonly #load: () => Promise<OpenPage>
  #codes: OpenPage[] = []
  #walks = 0

  constructor(load: () => Promise<OpenPage>, kind: Omit<Kind, 'codes'>) {
    this.#load = load
    this.#kind = kind
  }

  async walk(setting: Setting, steps: readonly Step[]): Promise<void> {
    if (this.#walks % WALKS_PER_LOAD === 0) {
      this.#codes = []
      for (let page = 0; page < MOST_PAGES + 1; page += 1) this.#codes.push(await this.#load())
    }
    this.#walks += 1
    vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
    const world = new World(setting, { ...this.#kind, codes: this.#codes })
    try {
      for (const step of steps) {
        await world.do(step)
        world.check()
        for (const { page } of world.tabs) this.steps.add(page.view().step)
      }
      await checkExits(world)
      world.check()
    } finally {
      await world.end()
    }
    if (vi.getTimerCount() > 0) throw new Error('a timer is left behind at the end')
    if (world.wire.waiting > 0) throw new Error('a request is left behind at the end')
  }
}

/**
 * Goes on walks until one fails, and says how to repeat it. The environment makes it longer, or begin with a
 * certain walk: see `run.js`, which takes the project's name.
 */
export async function checkWalks(
  walker: Walker,
  { most, runs, project }: { most: number; runs: number; project: 'unit' | 'component' },
): Promise<void> {
  const { MODEL_RUNS, MODEL_SEED, MODEL_PATH } = process.env
  const seed = MODEL_SEED ?? (MODEL_RUNS === undefined ? KNOWN_SEED : undefined)
  const property = fc.asyncProperty(walks(most), ([setting, steps]) => walker.walk(setting, steps))
  const details = await fc.check(property, {
    numRuns: Number(MODEL_RUNS ?? runs),
    ...(seed !== undefined && { seed: Number(seed) }),
    ...(MODEL_PATH !== undefined && { path: MODEL_PATH, endOnFailure: true }),
  })
  if (!details.failed) return
  const { counterexamplePath, errorInstance } = details
  const again = `MODEL_SEED=${details.seed} MODEL_PATH=${counterexamplePath} npm run test:model -- ${project}`
  const report = fc.defaultReportMessage(details) ?? ''
  throw new Error(`${String(errorInstance)}\nAgain: ${again}\n${report}`, { cause: errorInstance })
}
