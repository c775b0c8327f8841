import type { Metric, Results, RoundSample, SubjectResult } from './results.js'
import { spreadOf, type Spread } from './statistics.js'
import { BASELINE, OURS } from './subjects.js'

/** One measure of one subject. */
export interface Cell {
  value: string
  /** What the target is about. */
  judged: number
}

/** One measure of all subjects. */
export interface Row {
  title: string
  /** What design asks of this library. */
  target: { most: number; text: string } | null
  /** By the subject's name; `null` where there is nothing to measure. */
  cells: Record<string, Cell | null>
}

/** The measures in the order in which a person meets them. */
export function rowsOf(results: Results): Row[] {
  const timed = (title: string, metric: Metric, most?: number) => timedRow(results, title, metric, most)
  const counted = (
    title: string,
    count: (result: SubjectResult) => number | null,
    { most, digits = 0, unit = '' }: { most?: number; digits?: number; unit?: string } = {},
  ): Row => ({
    title,
    target: most === undefined ? null : { most, text: most === 0 ? 'none' : `≤ ${most}${unit}` },
    cells: mapResults(results, (result) => {
      const judged = count(result)
      return judged === null ? null : { judged, value: `${judged.toFixed(digits)}${unit}` }
    }),
  })
  return [
    timed('mount', 'mount', 0.3),
    timed('mount, and the countries filled', 'mountAndFill', 1.1),
    timed('first mount of a page', 'firstMount'),
    timed('a key in the number', 'numberKey', 1),
    timed('a key in the code', 'codeKey'),
    timed('10 forms, filled', 'tenForms'),
    timed('100 forms, filled', 'hundredForms'),
    counted('one of 100 forms, in single forms', ({ rounds }) => medianOf(rounds, 'growth'), {
      most: 1.1,
      digits: 2,
      unit: '×',
    }),
    timed('cold, slow processor: the field is there', 'coldField'),
    timed('cold, slow processor: a number is formatted', 'coldFormatted'),
    timed('the same over a mobile network: the field is there', 'mobileField'),
    timed('the same over a mobile network: a number is formatted', 'mobileFormatted'),
    counted('countdown: commits a second', ({ countdown }) => countdown?.commits ?? null, { digits: 1 }),
    counted(
      'countdown: components that render beside it',
      ({ countdown }) => countdown && countdown.components - countdown.commits,
      { most: 0 },
    ),
    counted('countdown: elements compared a second', ({ countdown }) => countdown?.elements ?? null, {
      digits: 1,
    }),
    counted('100 forms at rest: waiting timers', ({ idle }) => idle.timers, { most: 0 }),
    counted('100 forms: requests to other hosts', ({ idle }) => idle.foreignRequests),
    counted('1,000 mounts and unmounts: heap', ({ memory }) => memory.bytes / 1000, { unit: ' kB' }),
    counted('1,000 mounts and unmounts: DOM nodes', ({ memory }) => memory.nodes),
    counted('1,000 mounts and unmounts: event listeners', ({ memory }) => memory.listeners),
    counted('size before the field is touched', ({ size }) => size.start / 1000, { digits: 1, unit: ' kB' }),
    counted('size with all that loads later', ({ size }) => size.everything / 1000, {
      digits: 1,
      unit: ' kB',
    }),
  ]
}

/** What was timed in every round, as a ratio to what an app joins by hand. */
export function timedRow(
  results: Record<string, { rounds: Partial<RoundSample>[] }>,
  title: string,
  metric: Metric,
  most?: number,
): Row {
  const baseline = results[BASELINE]?.rounds ?? []
  const cells = Object.entries(results).map(([name, { rounds }]) => [name, compare(rounds, baseline, metric)])
  return {
    title,
    target: most === undefined ? null : { most, text: `≤ ${most}×` },
    cells: Object.fromEntries(cells) as Row['cells'],
  }
}

/** Whether this library keeps to what is asked; `null` where nothing is asked. */
export function holds({ target, cells }: Row): boolean | null {
  if (target === null) return null
  const cell = cells[OURS]
  return cell !== null && cell !== undefined && cell.judged <= target.most
}

function mapResults(
  results: Results,
  toCell: (result: SubjectResult) => Cell | null,
): Record<string, Cell | null> {
  return Object.fromEntries(Object.entries(results).map(([name, result]) => [name, toCell(result)]))
}

/** Ratios are made within each round: what slowed the machine down then slowed down both. */
function compare(
  rounds: Partial<RoundSample>[],
  baseline: Partial<RoundSample>[],
  metric: Metric,
): Cell | null {
  const times = rounds.flatMap((round) => round[metric] ?? [])
  if (times.length < rounds.length) return null
  const time = spreadOf(times)
  if (rounds === baseline) return { judged: 1, value: `${showSpread(time, significant)} ms` }
  const ratio = spreadOf(times.map((time, round) => time / (baseline[round]?.[metric] ?? NaN)))
  const value = `${showSpread(ratio, (share) => share.toFixed(2))}× · ${significant(time.median)} ms`
  return { judged: ratio.median, value }
}

function medianOf(rounds: SubjectResult['rounds'], metric: Metric): number {
  return spreadOf(rounds.flatMap((round) => round[metric] ?? [])).median
}

function showSpread({ median, low, high }: Spread, show: (value: number) => string): string {
  return `${show(median)} (${show(low)}–${show(high)})`
}

function significant(milliseconds: number): string {
  return milliseconds >= 100 ? milliseconds.toFixed(0) : milliseconds.toPrecision(2)
}
