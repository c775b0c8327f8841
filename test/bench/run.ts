import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright'
import { findChromium } from '../support/chromium.js'
import { serve } from '../support/serve.js'
import { buildPages } from './buildPages.js'
import { measureColdStart } from './measures/coldStart.js'
import { measureCountdown } from './measures/countdown.js'
import { measureIdle } from './measures/idle.js'
import { measureKeystroke } from './measures/keystroke.js'
import { measureMemory } from './measures/memory.js'
import { measureMount } from './measures/mount.js'
import { comparedInEngines, measureInEngine, type Measured } from './measureInEngine.js'
import type { Site } from './openPage.js'
import type { Results, RoundSample } from './results.js'
import { holds, rowsOf } from './rows.js'
import { measureSize } from './size.js'
import { subjects, type Subject } from './subjects.js'
import { table } from './table.js'
import { listVersions } from './versions.js'

const ROUNDS = 7
const QUICK_ROUNDS = 3

/** With the last two, the page's clock counts in steps of 5 µs. */
const HEADERS = {
  'Cache-Control': 'max-age=600',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/**
 * Measures this library beside others and prints the table.
 *
 * @param options `--quick` for three rounds in place of seven, `--json` for all that was measured, `--check` to
 *   fail when a target is missed, and `--engine firefox` for what can be measured in any engine; it may be given
 *   several times.
 */
export async function run(options: string[]): Promise<void> {
  // Whatever runs this file may have said otherwise, and React would be its slow build.
  process.env['NODE_ENV'] = 'production'
  const engines = options.flatMap((option, at) => (option === '--engine' ? [options[at + 1] ?? ''] : []))
  const rounds = options.includes('--quick') ? QUICK_ROUNDS : ROUNDS
  const compared = engines.length > 0 ? comparedInEngines : subjects
  const folder = join(fileURLToPath(new URL('../..', import.meta.url)), '.cache/bench/pages')
  rmSync(folder, { recursive: true, force: true })
  for (const mode of engines.length > 0
    ? (['production'] as const)
    : (['production', 'profiling'] as const)) {
    await buildPages(compared, mode, join(folder, mode))
  }
  const served = await serve(folder, { headers: HEADERS })
  const urls = { production: `${served.url}production/`, profiling: `${served.url}profiling/` }
  try {
    if (engines.length === 0) report(options, await measureInChromium(urls, rounds))
    for (const name of engines) report(options, await measureInEngine(name, urls.production, rounds))
  } finally {
    await served.close()
  }
}

async function measureInChromium(urls: Site['urls'], rounds: number): Promise<Measured> {
  const browser = await launch()
  try {
    const results = await measure({ browser, urls }, rounds)
    const version = `Chromium ${browser.version()}`
    return { subjects, results, rows: rowsOf(results), version }
  } finally {
    await browser.close()
  }
}

function report(options: string[], { subjects, results, rows, version }: Measured): void {
  const versions = listVersions(subjects, version)
  if (options.includes('--json')) console.log(JSON.stringify({ versions, results }, null, 2))
  else console.log(`${table(rows, subjects)}\n\n${versions.join(', ')}\n`)
  const missed = rows.filter((row) => holds(row) === false)
  for (const { title } of missed) console.error(`Missed: ${title}`)
  if (missed.length > 0 && options.includes('--check')) process.exitCode = 1
}

function launch(): Promise<Browser> {
  const { args, ...found } = findChromium()
  return chromium.launch({ ...found, args: [...args, '--js-flags=--expose-gc'] })
}

/** Takes turns at each measure, so that what slows the machine down for a while slows down all of them. */
async function measure(site: Site, rounds: number): Promise<Results> {
  const samples = new Map<Subject, RoundSample[]>(subjects.map((subject) => [subject, []]))
  for (let round = 0; round < rounds; round += 1) {
    console.error(`Round ${round + 1} of ${rounds}`)
    const order = rotate(subjects, round)
    const mounts = await eachInTurn(order, (subject) => measureMount(site, subject))
    const keys = await eachInTurn(order, (subject) => measureKeystroke(site, subject))
    const starts = await eachInTurn(order, (subject) => measureColdStart(site, subject))
    for (const [at, subject] of order.entries()) {
      const [mount, key, start] = [mounts[at], keys[at], starts[at]]
      if (mount && key && start) samples.get(subject)?.push({ ...mount, ...key, ...start })
    }
  }
  const results: Results = {}
  for (const [subject, taken] of samples) {
    console.error(`Once: ${subject.title}`)
    results[subject.name] = {
      rounds: taken,
      countdown: await measureCountdown(site, subject),
      idle: await measureIdle(site, subject),
      memory: await measureMemory(site, subject),
      size: await measureSize(subject),
    }
  }
  return results
}

async function eachInTurn<T>(order: Subject[], take: (subject: Subject) => Promise<T>): Promise<T[]> {
  const taken: T[] = []
  for (const subject of order) taken.push(await take(subject))
  return taken
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
