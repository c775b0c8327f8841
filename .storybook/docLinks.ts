import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const stories = fileURLToPath(new URL('../stories/', import.meta.url))

/** A node of Markdown's syntax tree, as far as links need it. */
interface Node {
  type: string
  url?: string
  children?: Node[]
}

/**
 * A remark plugin for the docs pages. Their links are relative, so that they work on a code host; in Storybook they lead
 * to the same page or story. A link to a file that Storybook does not show becomes plain text.
 */
export function docLinks() {
  return (tree: Node) => visit(tree)
}

function visit(node: Node): void {
  node.children?.forEach(visit)
  if (node.type !== 'link' || node.url === undefined || /^(https?:|#|\?)/.test(node.url)) return
  const url = storybookUrl(node.url)
  if (url !== undefined) node.url = url
  else Object.assign(node, { type: 'emphasis', url: undefined })
}

/**
 * The address in Storybook of what a relative link leads to: `./Theming.mdx#density`, or `./Screens.stories.tsx#AddPhone`
 * for one story; nothing for any other file.
 */
export function storybookUrl(link: string): string | undefined {
  const [path = '', anchor] = link.split('#')
  const file = listFiles().find((one) => basename(one) === basename(path))
  if (file === undefined) return undefined
  const id = slug(titleOf(file))
  if (file.endsWith('.mdx')) return `?path=/docs/${id}--docs${anchor === undefined ? '' : `#${anchor}`}`
  return `?path=/story/${id}--${slug((anchor ?? '').replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-'))}`
}

/** The pages and stories; the names of files are all different. */
function listFiles(): string[] {
  return readdirSync(stories, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(mdx|stories\.tsx)$/.test(path),
  )
}

/** The title in Storybook's sidebar that a page or a file of stories has. */
export function titleOf(file: string): string {
  const [, title] = /(?:<Meta title="|title: ')([^"']+)/.exec(readFileSync(join(stories, file), 'utf8')) ?? []
  if (title === undefined) throw new Error(`${file} has no title.`)
  return title
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
