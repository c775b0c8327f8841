import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What became of one app. */
export interface Outcome {
  name: string
  version: string
  note?: string | undefined
  /** Empty if a number was verified in it. */
  failure: string
}

const page = fileURLToPath(new URL('../../stories/docs/WhereItRuns.mdx', import.meta.url))
const [BEGIN, END] = ['{/* The table of npm run test:consumers -- --write. */}', '{/* Its end. */}']

/** The table of the documentation. */
export function toTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, version, note = '', failure }) => [
    name,
    version,
    failure === '' ? 'verified' : 'failed',
    note,
  ])
  const all = [['Built with', 'Version', 'A number', 'Note'], ...rows]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0), 3))
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`
  const [head = [], ...body] = all
  return [line(head), line(['', '', '', ''], '-'), ...body.map((row) => line(row))].join('\n')
}

/** Writes the table into the page, for the day on which it was made. */
export function writeTable(outcomes: readonly Outcome[]): void {
  const text = readFileSync(page, 'utf8')
  const [before = '', rest = ''] = text.split(BEGIN)
  const [, after = ''] = rest.split(END)
  writeFileSync(page, `${before}${BEGIN}\n\n${toTable(outcomes)}\n\n${END}${after}`)
}
