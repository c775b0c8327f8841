import ts from 'typescript'
import { entryAt, isNewer, supportOf, type Versions } from './browserSupport.js'

/** Syntax that came late, and how it is seen. */
const SYNTAX: [string, (node: ts.Node) => boolean][] = [
  ['javascript/classes/static/initialization_blocks', ts.isClassStaticBlockDeclaration],
  ['javascript/classes/public_class_fields', ts.isPropertyDeclaration],
  ['javascript/operators/nullish_coalescing_assignment', (node) => isOperator(node, '??=')],
  ['javascript/operators/logical_or_assignment', (node) => isOperator(node, '||=')],
  ['javascript/operators/logical_and_assignment', (node) => isOperator(node, '&&=')],
  ['javascript/regular_expressions/lookbehind_assertion', (node) => isPattern(node, /\(\?<[=!]/)],
  ['javascript/builtins/RegExp/unicodeSets', (node) => isPattern(node, /\/[a-z]*v[a-z]*$/)],
  ['javascript/builtins/RegExp/hasIndices', (node) => isPattern(node, /\/[a-z]*d[a-z]*$/)],
  ['javascript/statements/import/import_attributes', ts.isImportAttributes],
]

/** The objects of the platform that code like ours has in hand; the names of the others are too common to say much. */
const INTERFACES =
  'AbortController AbortSignal Blob Crypto CSSStyleDeclaration Document DocumentFragment DOMRect Element Event ' +
  'EventTarget FormData Headers History HTMLDialogElement HTMLElement HTMLFormElement HTMLInputElement Location ' +
  'Navigator Node Request ResizeObserver Response ShadowRoot Storage URL URLSearchParams'

/** The names that a script calls, and what of the platform each may be. */
const MEMBERS = membersByName()

/** What a script needs beyond a baseline. A name that an older object has, too, is taken for that. */
export function newerIn(path: string, code: string, baseline: Versions): string[] {
  const found = new Set<string>()
  const note = (paths: readonly string[]) => {
    const known = paths
      .map((one) => ({ one, since: supportOf(one) }))
      .filter(({ since }) => since !== undefined)
    const [first] = known
    if (first !== undefined && known.every(({ since }) => since && isNewer(since, baseline)))
      found.add(first.one)
  }
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS)
  const own = namesOf(tree)
  const isGlobal = (name: string) => !own.has(name) && isOfPlatform(name)
  const visit = (node: ts.Node): void => {
    for (const [feature, isIt] of SYNTAX) if (isIt(node)) note([feature])
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.name.text
      const owner = ts.isIdentifier(node.expression) ? node.expression.text : undefined
      if (owner !== undefined && isGlobal(owner)) {
        note([`javascript/builtins/${owner}/${name}`, `api/${owner}/${name}_static`, `api/${owner}/${name}`])
      } else note(MEMBERS.get(name) ?? [])
    }
    const isCalled = ts.isCallExpression(node) || ts.isNewExpression(node)
    if (isCalled && ts.isIdentifier(node.expression) && isGlobal(node.expression.text)) {
      note([
        `javascript/builtins/${node.expression.text}`,
        `api/${node.expression.text}`,
        `api/Window/${node.expression.text}`,
      ])
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return [...found]
}

/** What a script declares or imports itself. */
function namesOf(tree: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const { name } = node as { name?: ts.Node }
    const isMember = ts.isPropertyAccessExpression(node) || ts.isPropertyAssignment(node)
    if (name !== undefined && ts.isIdentifier(name) && !isMember) names.add(name.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

function isOfPlatform(name: string): boolean {
  return (
    entryAt(`javascript/builtins/${name}`) !== undefined ||
    entryAt(`api/${name}`) !== undefined ||
    entryAt(`api/Window/${name}`) !== undefined
  )
}

function isOperator(node: ts.Node, operator: string): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.getText() === operator
}

function isPattern(node: ts.Node, pattern: RegExp): boolean {
  return ts.isRegularExpressionLiteral(node) && pattern.test(node.text)
}

function membersByName(): ReadonlyMap<string, string[]> {
  const members = new Map<string, string[]>()
  for (const room of ['javascript/builtins', 'api']) {
    for (const [owner, entry] of Object.entries(entryAt(room) ?? {})) {
      if (room === 'api' && !INTERFACES.split(' ').includes(owner)) continue
      for (const member of Object.keys(entry)) {
        if (member === '__compat') continue
        const name = member.replace(/_(static|event)$/, '')
        members.set(name, [...(members.get(name) ?? []), `${room}/${owner}/${member}`])
      }
    }
  }
  return members
}
