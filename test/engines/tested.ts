import { readFileSync, writeFileSync } from 'node:fs'
import { findEngine, type EngineName } from './findEngines.js'

/** Where the documentation says which versions passed, each in a line of its own. */
const PAGES = ['README.md', 'stories/docs/quality/Accessibility.mdx']
const LINE = /^Last tested in .*$/m

const root = new URL('../../', import.meta.url)

/** What an engine calls itself. */
export async function versionOf(name: EngineName): Promise<string> {
  const browser = await findEngine(name)?.open()
  if (browser === undefined) throw new Error(`${name} is not here.`)
  await browser.close()
  return browser.version
}

/** The line of the documentation. */
export function testedIn(versions: string[]): string {
  return `Last tested in ${versions.join(' and ')}.`
}

/** Writes it into the documentation, in place of the one before. */
export function writeTested(versions: string[]): void {
  for (const page of PAGES) {
    const url = new URL(page, root)
    const text = readFileSync(url, 'utf8')
    if (!LINE.test(text)) throw new Error(`${page} has no line that begins with "Last tested in".`)
    writeFileSync(url, text.replace(LINE, testedIn(versions)))
  }
}
