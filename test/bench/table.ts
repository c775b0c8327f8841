import { holds, type Row } from './rows.js'
import type { Subject } from './subjects.js'

/** The measures as a table in Markdown, and below it what they are. */
export function table(rows: Row[], subjects: Subject[]): string {
  const head = ['', 'target', ...subjects.map(({ title }) => title)]
  const lines = rows.map((row) => [
    row.title,
    verdict(row),
    ...subjects.map(({ name }) => row.cells[name]?.value ?? '–'),
  ])
  const rule = head.map(() => '---')
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function verdict(row: Row): string {
  if (row.target === null) return ''
  return `${row.target.text}: ${holds(row) === true ? 'holds' : '**missed**'}`
}
