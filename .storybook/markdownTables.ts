/** A node of Markdown's syntax tree, as far as tables need it. */
interface Node {
  type: string
  value?: string
  children?: Node[]
}

/**
 * A remark plugin for the docs pages: MDX knows no tables, and takes one for a paragraph that begins with a line
 * between bars. Bars inside of code belong to the code.
 */
export function markdownTables() {
  return (tree: Node) => visit(tree)
}

function visit(node: Node): void {
  if (node.children === undefined) return
  node.children = node.children.map((child) => toTable(child) ?? child)
  node.children.forEach(visit)
}

function toTable({ type, children = [] }: Node): Node | undefined {
  if (type !== 'paragraph' || children[0]?.value?.startsWith('|') !== true) return undefined
  const [head, , ...rows] = toRows(children)
  if (head === undefined) return undefined
  return { type: 'table', children: [head, ...rows] }
}

function toRows(inline: Node[]): Node[] {
  const rows: Node[][] = []
  let cells: Node[] = []
  const endRow = () => {
    // What stands behind the last bar is no cell.
    if (cells.length > 1) rows.push(cells.slice(0, -1))
    cells = []
  }
  for (const node of inline) {
    if (node.type !== 'text') {
      cells.at(-1)?.children?.push(node.type === 'inlineCode' ? unescaped(node) : node)
      continue
    }
    for (const part of (node.value ?? '').split(/(\||\n)/)) {
      if (part === '\n') endRow()
      else if (part === '|') cells.push({ type: 'tableCell', children: [] })
      else if (part !== '') cells.at(-1)?.children?.push({ type: 'text', value: part })
    }
  }
  endRow()
  return rows.map((children) => ({ type: 'tableRow', children: children.map(trimmed) }))
}

/** Code in a cell says `\|` for a bar, which would end the cell elsewhere. */
function unescaped({ type, value = '' }: Node): Node {
  return { type, value: value.replaceAll('\\|', '|') }
}

/** A cell without the blanks at its ends, which only line the bars up. */
function trimmed({ type, children = [] }: Node): Node {
  const last = children.length - 1
  return {
    type,
    children: children.map((node, index) => {
      if (node.type !== 'text') return node
      const start = index === 0 ? (node.value ?? '').trimStart() : (node.value ?? '')
      return { type: 'text', value: index === last ? start.trimEnd() : start }
    }),
  }
}
