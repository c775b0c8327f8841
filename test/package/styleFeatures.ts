import { generate, parse, walk, type Atrule, type CssNode, type Declaration } from 'css-tree'
import { entryAt, isNewer, later, supportOf, type Versions } from './browserSupport.js'

/** Something of a stylesheet that not every browser has. */
export interface StyleFeature {
  /** Its path in the compatibility data. */
  path: string
  /** The rule or declaration that needs it. */
  where: string
}

/** Where functions, units and keywords of values are described. */
const UNITS: Record<string, string> = {
  lh: 'css/types/length/lh',
  ch: 'css/types/length/ch',
  dvh: 'css/types/length/viewport_percentage_units_dynamic',
  dvw: 'css/types/length/viewport_percentage_units_dynamic',
  cqi: 'css/types/length/container_query_length_units',
  cqw: 'css/types/length/container_query_length_units',
}

/** What a stylesheet needs beyond a baseline, and has nothing else for. */
export function missingIn(css: string, baseline: Versions): StyleFeature[] {
  const missing: StyleFeature[] = []
  const report = (node: CssNode, paths: string[], has: Versions) => {
    for (const path of paths) {
      const since = supportOf(path)
      if (since !== undefined && isNewer(since, has)) missing.push({ path, where: generate(node) })
    }
  }
  /** Inside of a condition are only the browsers that meet it. */
  const visit = (node: CssNode, has: Versions): void => {
    if (node.type === 'Atrule') {
      const condition = featuresOfCondition(node)
      // A browser that does not know one of these leaves the block out.
      const isCondition = ['supports', 'container'].includes(node.name)
      if (!isCondition) report(node, condition, has)
      const inside = isCondition
        ? condition.reduce((least, path) => later(least, supportOf(path) ?? has), has)
        : has
      node.block?.children.forEach((child) => visit(child, inside))
    } else if (node.type === 'Rule') {
      report(node.prelude, featuresOfSelector(node.prelude), has)
      const before: Declaration[] = []
      node.block.children.forEach((child) => {
        if (child.type !== 'Declaration') {
          visit(child, has)
          return
        }
        const isSecondChoice = before.some(({ property }) => property === child.property)
        if (!isSecondChoice) report(child, featuresOfDeclaration(child), has)
        before.push(child)
      })
    }
  }
  const sheet = parse(css)
  if (sheet.type === 'StyleSheet') sheet.children.forEach((child) => visit(child, baseline))
  return missing
}

function featuresOfCondition(rule: Atrule): string[] {
  const paths = [`css/at-rules/${rule.name}`]
  const text = rule.prelude === null ? '' : generate(rule.prelude)
  if (rule.name === 'media') {
    for (const [, feature] of text.matchAll(/\(([\w-]+)/g)) paths.push(`css/at-rules/media/${feature}`)
    if (/[<>=]/.test(text)) paths.push('css/at-rules/media/range_syntax')
  }
  // "not" asks for browsers that lack something; those are older.
  if (rule.name !== 'supports' || text.startsWith('not')) return paths
  for (const [, property, value = ''] of text.matchAll(/\(([\w-]+):((?:[^()]|\([^()]*\))*)\)/g)) {
    paths.push(`css/properties/${property}`, ...functionsIn(value).map((name) => `css/types/color/${name}`))
  }
  return paths
}

function featuresOfSelector(prelude: CssNode): string[] {
  const paths: string[] = []
  walk(prelude, (node) => {
    if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
      paths.push(`css/selectors/${node.name}`)
    }
  })
  // In :where() and :is(), what is not known counts for nothing, and the rest of the rule holds.
  return generate(prelude).includes(':where(:dir')
    ? paths.filter((path) => path !== 'css/selectors/dir')
    : paths
}

function featuresOfDeclaration({ property, value }: Declaration): string[] {
  const text = generate(value)
  const paths = property.startsWith('--') ? [] : [`css/properties/${property}`]
  for (const name of functionsIn(text)) paths.push(`css/types/color/${name}`, `css/types/${name}`)
  for (const [, unit = ''] of text.matchAll(/\d([a-z]+)\b/g)) if (unit in UNITS) paths.push(UNITS[unit] ?? '')
  for (const keyword of text.match(/[a-z][\w-]+/gi) ?? []) {
    if (!property.startsWith('--')) paths.push(`css/properties/${property}/${keyword}`)
    if (['revert', 'revert-layer', 'unset'].includes(keyword))
      paths.push(`css/types/global_keywords/${keyword}`)
  }
  return paths.filter((path) => entryAt(path) !== undefined)
}

function functionsIn(text: string): string[] {
  return [...text.matchAll(/([a-z][\w-]*)\(/gi)].map(([, name = '']) => name)
}
