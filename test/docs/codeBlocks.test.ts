import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, inject, it } from 'vitest'
import { blocksOf, listPages, readFile } from '../../.storybook/docPages.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const installed = join(root, 'node_modules')
const app = join(inject('consumer').folder, 'docs')

/** What the examples need beside the library and its peers, as their pages say. */
const OTHERS = [
  '@conform-to/react',
  '@conform-to/zod',
  '@hookform/resolvers',
  '@mantine/core',
  '@mui/material',
  '@tanstack/react-form',
  '@testing-library/react',
  '@testing-library/user-event',
  'class-variance-authority',
  'clsx',
  'matrix-js-sdk',
  'msw',
  'tailwind-merge',
  'vitest',
]

const CHECKED = /^tsx?$/
const written = new Map<string, string>()
for (const page of listPages()) {
  for (const [index, { language, file, code }] of blocksOf(readFile(page)).entries()) {
    if (!CHECKED.test(language)) continue
    // Examples import one another from beside them; one without a name is nobody's neighbour.
    const name =
      file === undefined ? `${basename(page).replace(/\.mdx?$/, '')}.${index}.${language}` : basename(file)
    if (name === 'route.ts' || name === 'layout.tsx' || name === 'page.tsx') written.set(`next.${name}`, code)
    else written.set(name, code)
  }
}

mkdirSync(app)
for (const [name, code] of written) writeFileSync(join(app, name), code)
// The app's own files that an example names.
copyFileSync(join(root, 'stories/support/shadcn.tsx'), join(app, 'shadcn.tsx'))
writeFileSync(join(app, 'styles.d.ts'), "declare module '*.css'\n")
for (const name of OTHERS) {
  const link = join(app, 'node_modules', name)
  mkdirSync(dirname(link), { recursive: true })
  symlinkSync(join(installed, name), link, 'junction')
}
const playwright = join(app, 'node_modules/@playwright/test')
mkdirSync(playwright, { recursive: true })
writeFileSync(join(playwright, 'index.d.ts'), `export * from '${installed}/playwright/test.js'\n`)

const react18 = {
  react: [`${installed}/react-18-types/index.d.ts`],
  'react/jsx-runtime': [`${installed}/react-18-types/jsx-runtime.d.ts`],
}

describe('every example of the README and the pages is right, with the packed library', () => {
  it('and the types of React 19', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('and the types of React 18, but for Next.js and the actions of forms, which are of React 19', () => {
    const names = [...written]
      .filter(([name, code]) => !name.startsWith('next.') && !code.includes('<form action={'))
      .map(([name]) => name)
    expect(problemsOf({ paths: react18 }, names)).toEqual([])
  })
})

it('there is an example in every guide and in the README', () => {
  const without = listPages().filter(
    (page) =>
      /README|guides/.test(page) && !blocksOf(readFile(page)).some(({ language }) => CHECKED.test(language)),
  )
  expect(without).toEqual([])
  expect(written.size).toBeGreaterThan(30)
})

it('an example that is wrong is found', () => {
  const wrong =
    "import { PhoneVerificationForm } from 'matrix-phone-verification'\nexport const a = <PhoneVerificationForm />"
  writeFileSync(join(app, 'Wrong.tsx'), wrong)
  expect(problemsOf({}, ['Wrong.tsx'])).toHaveLength(1)
})

/** What the compiler says about the examples. */
function problemsOf(options: ts.CompilerOptions, names = [...written.keys()]): string[] {
  const program = ts.createProgram(
    [...names, 'styles.d.ts'].map((name) => join(app, name)),
    {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      moduleDetection: ts.ModuleDetectionKind.Force,
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
      ...options,
    },
  )
  return names
    .flatMap((name) => {
      const file = program.getSourceFile(join(app, name))
      return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    })
    .map(({ file, messageText }) =>
      [file && relative(app, file.fileName), ts.flattenDiagnosticMessageText(messageText, ' ')].join(': '),
    )
}
