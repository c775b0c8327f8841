import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** What somebody can import from one entry of the package. */
export interface PublicEntry {
  /** As `exports` of the package names it. `./testing` */
  entry: string
  /** The names that are there at run time, sorted. */
  values: string[]
  /** The declarations of all its names, as TypeScript prints them, sorted. */
  exported: string[]
  /** Those of ours that these name and no entry exports, sorted. */
  behind: string[]
}

interface Manifest {
  exports: Record<string, string | { types: string }>
}

/** Reads the declarations of an unpacked package. What an earlier entry has shown is not shown again. */
export function readPublicApi(library: string): PublicEntry[] {
  const paths = Object.entries(declarationsOf(library))
  const program = ts.createProgram(
    paths.map(([, path]) => path),
    { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, skipLibCheck: true, types: [] },
  )
  const checker = program.getTypeChecker()
  const ours = (symbol: ts.Symbol) => declarationsIn(library, symbol)
  const moduleOf = (path: string) => {
    const file = program.getSourceFile(path)
    return file && checker.getSymbolAtLocation(file)
  }
  const exportsOf = (path: string) => {
    const module = moduleOf(path)
    return module === undefined ? [] : checker.getExportsOfModule(module)
  }
  const target = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  // Who names a whole module names everything in it.
  const membersOf = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Module ? checker.getExportsOfModule(symbol).map(target) : [symbol]

  const shown = new Set(paths.flatMap(([, path]) => exportsOf(path).map(target)))
  const seen = new Set<ts.Symbol>()
  return paths.map(([entry, path]) => {
    const exported = exportsOf(path)
    const fresh = exported.map(target).filter((symbol) => !seen.has(symbol))
    for (const symbol of fresh) seen.add(symbol)
    const behind = reach(fresh, (node) => symbolAt(checker, node), membersOf, ours).filter(
      (symbol) => !shown.has(symbol),
    )
    for (const symbol of behind) shown.add(symbol)
    const namespaces = exported.flatMap((symbol) => {
      const from = paths.find(([, of]) => moduleOf(of) === target(symbol))
      return from === undefined ? [] : [`export * as ${symbol.name} from '${from[0]}'`]
    })
    const print = (symbols: ts.Symbol[]) => symbols.flatMap((symbol) => ours(symbol).map(printed)).sort()
    return {
      entry,
      values: exported
        .filter((symbol) => target(symbol).flags & ts.SymbolFlags.Value)
        .map(({ name }) => name)
        .sort(),
      exported: [...namespaces, ...print(fresh)].sort(),
      behind: print(behind),
    }
  })
}

/** The entries that have types, with the file of each; a pattern stands for every file that it fits. */
function declarationsOf(library: string): Record<string, string> {
  const { exports } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as Manifest
  return Object.fromEntries(
    Object.entries(exports).flatMap(([entry, conditions]) => {
      if (typeof conditions === 'string' || entry.endsWith('.css')) return []
      const [before = '', after] = conditions.types.split('*')
      if (after === undefined) return [[entry, join(library, before)]]
      return readdirSync(join(library, before))
        .filter((name) => name.endsWith(after))
        .sort()
        .map((name) => [entry.replace('*', name.slice(0, -after.length)), join(library, before, name)])
    }),
  )
}

/** The symbols of ours that follow from some: what their declarations name, and so on. */
function reach(
  from: ts.Symbol[],
  symbolAt: (node: ts.Node) => ts.Symbol | undefined,
  membersOf: (symbol: ts.Symbol) => ts.Symbol[],
  ours: (symbol: ts.Symbol) => ts.Node[],
): ts.Symbol[] {
  const reached = new Set(from)
  const visit = (node: ts.Node) => {
    const symbol = ts.isIdentifier(node) ? symbolAt(node) : undefined
    for (const named of symbol === undefined ? [] : membersOf(symbol)) {
      if (ours(named).length > 0) reached.add(named)
    }
    ts.forEachChild(node, visit)
  }
  for (const symbol of reached) for (const node of ours(symbol)) visit(node)
  return [...reached]
}

function symbolAt(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node)
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

/** The statements of the package that declare a symbol; none for a member of something else. */
function declarationsIn(library: string, symbol: ts.Symbol): ts.Node[] {
  return (symbol.declarations ?? [])
    .map((node) => (ts.isVariableDeclaration(node) ? node.parent.parent : node))
    .filter((node) => !ts.isSourceFile(node) && ts.isSourceFile(node.parent))
    .filter((node) => node.getSourceFile().fileName.startsWith(library.replaceAll('\\', '/')))
}

const printer = ts.createPrinter({ removeComments: true })

function printed(node: ts.Node): string {
  return (
    printer
      .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
      .replace(/^export /, '')
      .replace(/^declare /, '')
      // Which file of ours a type stands in is nobody's business.
      .replace(/import\("\.[^"]*"\)\./g, '')
  )
}
