import { runInPage, type EngineBrowser } from '../engines/Engine.js'
import { ENGINE_NAMES, findEngine, HOW_TO_INSTALL } from '../engines/findEngines.js'
import { undisturbed, WARM_UP, TIMES } from './measures/mount.js'
import { PHONE_NUMBER } from './openPage.js'
import type { RoundSample } from './results.js'
import { timedRow, type Row } from './rows.js'
import { median } from './statistics.js'
import { BASELINE, OURS, subjects, type Subject } from './subjects.js'

/** What one browser said. */
export interface Measured {
  subjects: Subject[]
  /** By the subject's name. */
  results: unknown
  rows: Row[]
  /** Of the browser, with its name. */
  version: string
}

/** Who is measured in every engine: this library, and what an app joins by hand. */
export const comparedInEngines = subjects.filter(({ name }) => [OURS, BASELINE].includes(name))

/** What any engine's own clock can measure. */
type EngineSample = Pick<RoundSample, 'firstMount' | 'mount' | 'mountAndFill' | 'numberKey'>

const KEY_WARM_UP = 4
const KEY_TIMES = 8

/** Measures in an engine that is driven as `npm run test:engines` does it, taking turns within each round. */
export async function measureInEngine(wanted: string, url: string, rounds: number): Promise<Measured> {
  const name = ENGINE_NAMES.find((name) => name === wanted)
  if (name === undefined)
    throw new Error(`There is no engine ${wanted}: take one of ${ENGINE_NAMES.join(', ')}.`)
  const engine = findEngine(name)
  if (engine === null) throw new Error(`${name} is not here. ${HOW_TO_INSTALL[name]}`)
  const browser = await engine.open()
  try {
    const results: Record<string, { rounds: EngineSample[] }> = {}
    for (let round = 0; round < rounds; round += 1) {
      console.error(`${browser.version}: round ${round + 1} of ${rounds}`)
      const order = round % 2 === 0 ? comparedInEngines : [...comparedInEngines].reverse()
      for (const { name } of order) {
        const taken = (results[name] ??= { rounds: [] })
        taken.rounds.push(await measureOnce(browser, `${url}${name}/`))
      }
    }
    const rows = [
      timedRow(results, 'mount', 'mount', 0.5),
      timedRow(results, 'mount, and the countries filled', 'mountAndFill', 1),
      timedRow(results, 'first mount of a page', 'firstMount', 1),
      timedRow(results, 'a key in the number', 'numberKey', 1),
    ]
    return { subjects: comparedInEngines, results, rows, version: browser.version }
  } finally {
    await browser.close()
  }
}

async function measureOnce(browser: EngineBrowser, url: string): Promise<EngineSample> {
  await browser.open(`${url}?heldIdleTime`)
  const mounts = (times: number) => runInPage(browser, mountTimes, times)
  const [first] = await mounts(1)
  await mounts(WARM_UP)
  const one = await mounts(TIMES)
  await browser.open(`${url}?screens=1`)
  const keys = await runInPage(browser, keyTimes, PHONE_NUMBER, KEY_WARM_UP + KEY_TIMES)
  return {
    firstMount: first?.paint ?? NaN,
    mount: undisturbed(one, 'paint'),
    mountAndFill: undisturbed(one, 'fill'),
    numberKey: median(keys.slice(KEY_WARM_UP)),
  }
}

async function mountTimes(times: number) {
  const taken = []
  for (let time = 0; time < times; time += 1) taken.push(await window.bench.measureMount(1))
  return taken
}

async function keyTimes(text: string, times: number) {
  // What loads by itself after the first paint is there by then.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const taken = []
  for (let time = 0; time < times; time += 1) taken.push(await window.bench.measureKeys(text))
  return taken
}
