import { writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readFile } from './docPages.js'

const START = 'stories/docs/StartHere.mdx'

/** Writes `llms.txt`, a short version of the documentation for language models, and `llms-full.txt`, all of its pages. */
export function writeLlms(root: string): void {
  writeFileSync(join(root, 'llms.txt'), shortText())
  writeFileSync(join(root, 'llms-full.txt'), fullText())
}

/** What a model has to know, and where each page is in the long file. */
export function shortText(): string {
  const start = readFile(START)
  const list = start.slice(start.indexOf('## All pages')).replace('## All pages', '## Pages')
  return `${readFile('stories/docs/llms.md')}\n${withLinks(list, START, 'llms-full.txt')}`
}

/** The pages in the order of the list, in one Markdown document. */
export function fullText(): string {
  return [START, ...listedPages()].map(asMarkdown).join('\n\n---\n\n')
}

/** The pages that the first one lists, but for the pictures. */
export function listedPages(): string[] {
  const start = readFile(START)
  const links = start.slice(start.indexOf('## All pages')).match(/(?<=\]\()[^)]+\.mdx(?=\))/g) ?? []
  return links.map((link) => join(dirname(START), link)).filter((path) => !path.endsWith('Gallery.mdx'))
}

/** A page without what only Storybook reads. */
function asMarkdown(path: string): string {
  const page = readFile(path)
    .replace(/^import .*\n/gm, (line) => (isInCode(readFile(path), line) ? line : ''))
    .replace(/^<(Meta|Canvas)\b.*\/>\n/gm, '')
    .replace(/^\[\/\/\]: # .*\n+/gm, '')
    .replace(/^(```\w+) file=\S+$/gm, '$1')
    .replace(/ {2,}(?=\|)|(?<=\| ?)-{4,}/g, (run) => (run.includes('-') ? '---' : ' '))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return withLinks(page, path, '')
}

/** Whether an import belongs to an example, and not to the page itself. */
function isInCode(page: string, line: string): boolean {
  return page.indexOf(line) > page.indexOf('\n# ')
}

/** Links to pages become links into the long file; those that leave the package become plain text. */
function withLinks(text: string, path: string, file: string): string {
  return text.replace(
    /\[([^\]]+)\]\((\.[^)#]+)(#[\w-]+)?\)/g,
    (_, words: string, link: string, anchor = '') => {
      if (/(SECURITY|CHANGELOG|README)\.md$/.test(link)) return `[${words}](${basename(link)})`
      if (!link.endsWith('.mdx') || link.endsWith('Gallery.mdx')) return words
      return `[${words}](${file}${anchor === '' ? anchorOf(join(dirname(path), link)) : String(anchor)})`
    },
  )
}

/** The anchor of a page's first heading. */
function anchorOf(path: string): string {
  const [, heading = ''] = /^# (.+)$/m.exec(readFile(path)) ?? []
  const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '')
  return `#${slug.trim().replace(/\s/g, '-')}`
}
