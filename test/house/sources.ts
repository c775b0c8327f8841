import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const sourceFolder = fileURLToPath(new URL('../../src', import.meta.url))

export interface Import {
  /** As the file spells it. */
  from: string
  /** The path below `src` that a relative import leads to, with the ending of the source file unknown. */
  path: string | undefined
  /** Leaves nothing behind in the built file. */
  typeOnly: boolean
}

export interface Source {
  /** Below `src`, with `/` on every system. */
  path: string
  /** The folder, or nothing for a file that lies in `src` itself. */
  room: string | undefined
  text: string
  tree: ts.SourceFile
  imports: Import[]
}

/** Every path below `src`, files only. */
export function listFiles(): string[] {
  return readdirSync(sourceFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(sourceFolder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .sort()
}

/** Every TypeScript file below `src`, read and parsed. */
export function readSources(): Source[] {
  return listFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path, readFileSync(join(sourceFolder, path), 'utf8')))
}

export function readSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  return {
    path,
    room: roomOf(path),
    text,
    tree,
    imports: nodesOf(tree).flatMap((node) => readImport(path, node)),
  }
}

/** The folder of a path below `src`; languages are messages. */
export function roomOf(path: string): string | undefined {
  const folder = posix.dirname(path)
  return folder === '.' ? undefined : folder.replace(/^messages\/locales$/, 'messages')
}

/** The whole tree, flat. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(root)
  return nodes
}

function readImport(path: string, node: ts.Node): Import[] {
  const specifier = specifierOf(node)
  if (specifier === undefined || !ts.isStringLiteral(specifier)) return []
  const from = specifier.text
  const target = from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
  return [{ from, path: target, typeOnly: isTypeOnly(node) }]
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return node.arguments[0]
  return undefined
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) {
    const names = node.exportClause
    return node.isTypeOnly || (names !== undefined && ts.isNamedExports(names) && allTypes(names.elements))
  }
  if (!ts.isImportDeclaration(node) || node.importClause === undefined) return false
  const { name, namedBindings, phaseModifier } = node.importClause
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    allTypes(namedBindings.elements)
  )
}

function allTypes(names: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean {
  return names.length > 0 && names.every((name) => name.isTypeOnly)
}
