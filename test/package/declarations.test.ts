import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, inject, it } from 'vitest'

const { folder, library } = inject('consumer')

const SCREEN = `
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  PhoneVerificationForm,
  uiaAuth,
  usePhoneVerification,
  type PhoneVerificationError,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import 'matrix-phone-verification/styles.css'

const queryClient = new QueryClient()

export function Registration({ register }: { register(auth: object): Promise<void> }) {
  return (
    <QueryClientProvider client={queryClient}>
      <PhoneVerificationForm
        homeserver="https://matrix.example.org"
        purpose="register"
        onVerified={async (phone: VerifiedPhone) => {
          await register(uiaAuth(phone, { session: 'opaque' }))
        }}
      />
    </QueryClientProvider>
  )
}

export function OwnInputs() {
  const verification = usePhoneVerification({ homeserver: 'https://matrix.example.org', purpose: 'addToAccount' })
  const problem: PhoneVerificationError | null = verification.error
  if (verification.step === 'code') return <p>{verification.sentTo.display}</p>
  if (verification.step === 'verified') return <p>{verification.phone.sid}</p>
  return (
    <button onClick={() => void verification.send({ phoneNumber: '+46701740605', country: 'SE' })}>
      {problem?.kind ?? 'Send'}
    </button>
  )
}
`

const TESTS = `
import { SimulatedHomeserver } from 'matrix-phone-verification/testing'
import { createHandlers } from 'matrix-phone-verification/testing/msw'

export const handlers = createHandlers(new SimulatedHomeserver())
`

const FIELD = `
import {
  PhoneVerification,
  PhoneVerificationField,
  usePhoneVerification,
  verifiedPhoneSchema,
  type UsePhoneVerificationResult,
  type VerifiedPhone,
} from 'matrix-phone-verification'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'

const schema = z.object({ name: z.string(), phone: verifiedPhoneSchema })
const P = PhoneVerification

export function Screen() {
  const { control, handleSubmit } = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    defaultValues: { name: '', phone: null },
  })
  const submit = handleSubmit((values) => values.phone satisfies VerifiedPhone)
  return (
    <form onSubmit={(event) => void submit(event)}>
      <PhoneVerificationField name="phone" control={control} homeserver="https://matrix.example.org" purpose="register" />
    </form>
  )
}

export function OwnForm() {
  return (
    <P.Root homeserver="https://matrix.example.org" purpose="register">
      <P.NumberStep>
        <P.NumberInput
          className={({ invalid }) => (invalid ? 'wrong' : undefined)}
          render={(props, { step }) => <input {...props} title={step} />}
        />
        <P.Submit render={<button />} />
      </P.NumberStep>
      <P.CodeStep>
        <P.CodeBoxes>
          <P.CodeInput />
        </P.CodeBoxes>
        <P.RemarkAnswers />
        <P.Help />
      </P.CodeStep>
      <P.LiveRegion />
    </P.Root>
  )
}

// What the hook returns has a name that can be imported.
export function useStep(): UsePhoneVerificationResult['step'] {
  return usePhoneVerification({ homeserver: 'https://matrix.example.org', purpose: 'register' }).step
}
`

const MISTAKE = `
import { PhoneVerificationForm } from 'matrix-phone-verification'

export const form = <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="login" />
`

const FILES = { 'Screen.tsx': SCREEN, 'Field.tsx': FIELD, 'handlers.ts': TESTS, 'Mistake.tsx': MISTAKE }

for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)

const bundler = { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }
const nodenext = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext }

const installed = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** The lowest peers whose types stand in ours, under the names that they are installed as here. */
const lowest = {
  react: [`${installed}/react-18-types/index.d.ts`],
  'react/jsx-runtime': [`${installed}/react-18-types/jsx-runtime.d.ts`],
  '@tanstack/react-query': [`${installed}/react-query-lowest/build/modern/index.d.ts`],
  'react-hook-form': [`${installed}/react-hook-form-lowest/dist/index.d.ts`],
  'zod/mini': [`${installed}/zod-lowest/mini/index.d.ts`],
}

describe.each([
  ['under moduleResolution bundler', bundler],
  ['under moduleResolution nodenext', nodenext],
  ['with the lowest peers', { ...bundler, paths: lowest }],
])('a consumer %s', (_, resolution) => {
  const { found } = check(resolution)

  it('type-checks a screen, and tests on the simulated homeserver', () => {
    expect(found.filter(({ path }) => path !== 'Mistake.tsx')).toEqual([])
  })

  it('is told of a purpose that does not exist', () => {
    expect(found.filter(({ path }) => path === 'Mistake.tsx')).toHaveLength(1)
  })
})

it('the lowest peers are what such a consumer reads', () => {
  const read = check({ ...bundler, paths: lowest }).files
  const others = /node_modules\/(@types\/react|@tanstack\/react-query|react-hook-form|zod)\//
  expect(read.filter((path) => others.test(path))).toEqual([])
  for (const [path] of Object.values(lowest)) expect(read).toContain(path)
})

describe('the declarations of the main entry', () => {
  const { files, packages } = reach(join(library, 'dist/index.d.ts'))

  it('name only packages that a consumer has', () => {
    const known = ['react', 'react/jsx-runtime', '@tanstack/react-query', 'react-hook-form', 'zod/mini']
    expect(packages.filter((name) => !known.includes(name))).toEqual([])
  })

  it('leave testing to its own entry', () => {
    expect(files.filter((path) => path.startsWith('dist/testing/'))).toEqual([])
    expect(files.length).toBeGreaterThan(1)
  })
})

/** What the compiler says about the consumer's files and about our declarations, and all that it read. */
function check(resolution: ts.CompilerOptions): {
  found: { path: string; message: string }[]
  files: string[]
} {
  const program = ts.createProgram(
    Object.keys(FILES).map((name) => join(folder, name)),
    {
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
      ...resolution,
    },
  )
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => ({
      path: file === undefined ? '' : relative(folder, file.fileName),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))
    .filter(({ path }) => !path.startsWith('..'))
  return { found, files: program.getSourceFiles().map(({ fileName }) => fileName) }
}

/** The declarations that a consumer's compiler reads from one on, and the packages that they name. */
function reach(entry: string): { files: string[]; packages: string[] } {
  const files = new Set([entry])
  const packages = new Set<string>()
  for (const file of files) {
    const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(readFileSync(file, 'utf8'))
    for (const { fileName } of [...importedFiles, ...typeReferenceDirectives]) {
      const path = join(dirname(file), fileName.replace(/\.js$/, '.d.ts'))
      if (fileName.startsWith('.') && existsSync(path)) files.add(path)
      else packages.add(fileName)
    }
  }
  return {
    files: [...files].map((path) => relative(library, path).replaceAll('\\', '/')),
    packages: [...packages],
  }
}
