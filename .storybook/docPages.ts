import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scenarios } from '../src/testing/index.js'
import { docTable, typesTable } from './docTables.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The pages of the documentation, as paths in the repository: the README, and those that Storybook shows. */
export function listPages(): string[] {
  const pages = readdirSync(join(root, 'stories/docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mdx'))
    .map((path) => `stories/docs/${path.replaceAll('\\', '/')}`)
  return ['README.md', ...pages.sort()]
}

export const readFile = (path: string) => readFileSync(join(root, path), 'utf8')

/** A block of code in a page. */
export interface CodeBlock {
  /** What stands behind the fence: `tsx`. */
  language: string
  /** The file of the repository that it is, where there is one. */
  file: string | undefined
  code: string
}

const FENCE = /^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm

/** The blocks of code in a page, in order. */
export function blocksOf(page: string): CodeBlock[] {
  return [...page.matchAll(FENCE)].map(([, language = '', file, code = '']) => ({ language, file, code }))
}

/**
 * A page with what other files hold written into it: behind ` ```tsx file=stories/docs/snippets/AddPhone.tsx ` the text
 * of that file, and below `[//]: # 'table PhoneVerificationOptions'` the table of that type's properties;
 * `table scenarios` is the table of what the simulated homeserver can do, and `types Purpose, Recovery` one of these types.
 */
export function withInlined(page: string): string {
  return page
    .replaceAll(FENCE, (block, language: string, file: string | undefined) =>
      file === undefined ? block : `\`\`\`${language} file=${file}\n${exampleOf(readFile(file))}\`\`\``,
    )
    .replaceAll(
      /^(\[\/\/\]: # '(table|types) ([\w, ]+)')\n+(?:\|.*\n)*/gm,
      (_, marker: string, kind: string, names: string) => `${marker}\n\n${tableOf(kind, names)}\n`,
    )
}

function tableOf(kind: string, names: string): string {
  if (names === 'scenarios') return scenarioTable()
  return kind === 'types' ? typesTable(names) : docTable(names)
}

function scenarioTable(): string {
  const rows = Object.entries(scenarios).map(([name, { description }]) => `| \`${name}\` | ${description} |`)
  return ['| scenario | what happens |', '| --- | --- |', ...rows].join('\n')
}

/** A file as an app has it: beside the others, and with Playwright under its usual name. */
function exampleOf(text: string): string {
  return text
    .replaceAll("'../../src/index.js'", "'matrix-phone-verification'")
    .replace(/ from '\.\.?\/[^']*'/g, (from) => ` from './${basename(from.slice(7, -1), '.js')}'`)
    .replaceAll("'playwright/test'", "'@playwright/test'")
}
