import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** A row of a table in the documentation: a property of one of the library's types. */
interface Row {
  name: string
  type: string
  /** What the docstring says, in Markdown. */
  text: string
  /** The docstring's `@default`; `required` where the property has to be there. */
  preset: string
  /** The steps in which a property is there; none for all of them. */
  steps: string[]
}

const src = fileURLToPath(new URL('../src/', import.meta.url))

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration

/** The declarations of the library's interfaces and type aliases, by name. */
function readTypes(): Map<string, Declaration> {
  const types = new Map<string, Declaration>()
  for (const path of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue
    const file = ts.createSourceFile(path, readFileSync(src + path, 'utf8'), ts.ScriptTarget.ES2022, true)
    for (const node of file.statements) {
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) types.set(node.name.text, node)
    }
  }
  return types
}

let types: ReturnType<typeof readTypes> | undefined

/**
 * A table in Markdown with a row for each property of a type of `src`, made of the types and their docstrings.
 *
 * @param names `Type`, or several with commas between them; those of the steps of a flow get a column for the step
 */
export function docTable(names: string): string {
  const rows = names.split(/,\s*/).flatMap(rowsOf)
  const merged = [...new Map(rows.map((row) => [row.name, mergedRow(rows, row)])).values()]
  const columns: [string, (row: Row) => string][] = [
    ['name', ({ name }) => code(name)],
    ['type', ({ type }) => code(type)],
    ['what it is', ({ text }) => text],
    ['default', ({ preset }) => preset],
    ['in the steps', ({ steps }) => (steps.length === 0 ? 'all' : steps.map(code).join(', '))],
  ]
  const isUsed = ([, cell]: (typeof columns)[number]) =>
    merged.some((row) => !['', 'all'].includes(cell(row)))
  const used = columns.filter(isUsed)
  const lines = [
    used.map(([title]) => title),
    used.map(() => '---'),
    ...merged.map((row) => used.map(([, cell]) => cell(row))),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/**
 * A table in Markdown with a row for each of these types of `src`: what it is, and what it holds.
 *
 * @param names with commas between them
 */
export function typesTable(names: string): string {
  const rows = names.split(/,\s*/).map((name) => {
    const declaration = declarationOf(name)
    return [code(name), textOf(declaration), contentOf(name, declaration)]
  })
  const lines = [['type', 'what it is', 'what it holds'], ['---', '---', '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function contentOf(name: string, declaration: Declaration): string {
  const properties = rowsOf(name).map((row) => code(row.name))
  if (properties.length > 0) return [...new Set(properties)].join(', ')
  const type = ts.isTypeAliasDeclaration(declaration) ? typeText(declaration.type) : ''
  return type === '' ? '' : code(type.replace(/^\| /, ''))
}

function mergedRow(rows: Row[], { name }: Row): Row {
  const same = rows.filter((row) => row.name === name)
  const last = same.at(-1)
  if (last === undefined) throw new Error(`No row is named ${name}.`)
  const isEverywhere = same.some(({ steps }) => steps.length === 0)
  return {
    ...last,
    text: [...new Set(same.map(({ text }) => text))].filter((text) => text !== '').join(' '),
    type: [...new Set(same.map(({ type }) => type))].join(' | '),
    steps: isEverywhere && name !== 'step' ? [] : [...new Set(same.flatMap(({ steps }) => steps))],
  }
}

function declarationOf(name: string): Declaration {
  types ??= readTypes()
  const declaration = types.get(name)
  if (declaration === undefined) throw new Error(`src declares no type ${name}.`)
  return declaration
}

function rowsOf(name: string): Row[] {
  const declaration = declarationOf(name)
  if (ts.isTypeAliasDeclaration(declaration)) return rowsOfType(declaration.type)
  const inherited = (declaration.heritageClauses ?? []).flatMap((clause) =>
    clause.types.flatMap((base) => rowsOfReference(base.expression.getText(), base.typeArguments)),
  )
  const own = rowsOfMembers(declaration.members)
  return [...inherited.filter((row) => !own.some((mine) => mine.name === row.name)), ...own]
}

/** `Omit` and `Pick` are understood; what is none of ours has no rows. */
function rowsOfReference(name: string, given: ts.NodeArray<ts.TypeNode> | undefined): Row[] {
  const [type, keys] = given ?? []
  if (['Omit', 'Pick', 'Exclude', 'Extract'].includes(name) && type !== undefined) {
    const named = new Set(keys?.getText().match(/(?<=')\w+(?=')/g) ?? [])
    const rows = rowsOfType(type)
    if (name === 'Omit') return rows.filter((row) => !named.has(row.name))
    return name === 'Pick' ? rows.filter((row) => named.has(row.name)) : rows
  }
  return types?.has(name) === true ? rowsOf(name) : []
}

function rowsOfType(type: ts.TypeNode): Row[] {
  if (ts.isParenthesizedTypeNode(type)) return rowsOfType(type.type)
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(rowsOfType)
  if (ts.isIntersectionTypeNode(type)) {
    // `Extract<State, { step: 'verified' }> & { … }` has what it adds in that step alone.
    const [, step] = /^Extract<\w+, \{ step: '(\w+)' \}>/.exec(type.getText()) ?? []
    const rows = type.types.flatMap(rowsOfType)
    return step === undefined
      ? rows
      : rows.map((row) => (row.steps.length > 0 ? row : { ...row, steps: [step] }))
  }
  if (ts.isTypeReferenceNode(type)) return rowsOfReference(type.typeName.getText(), type.typeArguments)
  return ts.isTypeLiteralNode(type) ? rowsOfMembers(type.members) : []
}

function rowsOfMembers(members: ts.NodeArray<ts.TypeElement>): Row[] {
  const properties = members.filter(ts.isPropertySignature)
  const step = properties.find(({ name }) => name.getText() === 'step')?.type?.getText()
  const hasOptional = properties.some(({ questionToken }) => questionToken !== undefined)
  return properties.map((property) => {
    const preset = tagOf(property, 'default')
    const isRequired = preset === '' && hasOptional && property.questionToken === undefined
    return {
      name: property.name.getText(),
      type: typeText(property.type),
      text: textOf(property),
      preset: isRequired ? 'required' : presetText(preset),
      steps: step === undefined ? [] : step.split(' | ').map((one) => one.replaceAll("'", '')),
    }
  })
}

const printer = ts.createPrinter({ removeComments: true })

/** On one line, without the `undefined` that every optional property takes. */
function typeText(type: ts.TypeNode | undefined): string {
  if (type === undefined) return 'unknown'
  const printed = printer.printNode(ts.EmitHint.Unspecified, type, type.getSourceFile())
  const text = printed
    .replace(/\s+/g, ' ')
    .replaceAll('; }', ' }')
    .replace(/ \| undefined$/, '')
  return /^\([^()]*(\([^()]*\))?[^()]*\)$/.test(text) ? text.slice(1, -1) : text
}

function textOf(node: ts.Node): string {
  return inOneLine(ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)?.comment)
}

function tagOf(node: ts.Node, name: string): string {
  return inOneLine(ts.getJSDocTags(node).find(({ tagName }) => tagName.text === name)?.comment)
}

function inOneLine(comment: Parameters<typeof ts.getTextOfJSDocComment>[0]): string {
  return (ts.getTextOfJSDocComment(comment) ?? '')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A value is code, a sentence is not. */
function presetText(preset: string): string {
  return /^('.*'|true|false|[\d_]+|null|\[\])$/.test(preset) ? code(preset) : preset
}

/** A bar would end the cell, in code too. */
function code(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
