import { transformAsync } from '@babel/core'
import reactCompiler, { type PluginOptions } from 'babel-plugin-react-compiler'
import type { Plugin } from 'vite'

/** What the React Compiler made of a file, and why it left something in it alone. */
export interface Compiled {
  code: string
  map: object | null
  refusals: Refusal[]
}

/** A component or hook that is left as it is. */
export interface Refusal {
  /** `true` where it breaks a rule of React; else it is written in a way that the compiler cannot read yet. */
  breaksRule: boolean
  reason: string
}

/** What the compiler calls code that it cannot read yet. */
const UNREADABLE = new Set<string>(['Todo'])

/** Compiles a file of TypeScript, whose types stay in it. */
export async function compile(path: string, code: string): Promise<Compiled> {
  const refusals: Refusal[] = []
  const options: Partial<PluginOptions> = {
    logger: {
      logEvent: (_, event) => {
        if (event.kind !== 'CompileError') return
        const { category, reason } = event.detail
        refusals.push({ breaksRule: !UNREADABLE.has(category), reason })
      },
    },
  }
  const result = await transformAsync(code, {
    filename: path,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins: [[reactCompiler, options]],
  })
  return { code: result?.code ?? code, map: result?.map ?? null, refusals }
}

/** Puts the compiler into a bundler, as an app does, for the files that a pattern fits. */
export function compileReact(files: RegExp): Plugin {
  return {
    name: 'react-compiler',
    enforce: 'pre',
    async transform(code, id) {
      if (!files.test(id)) return null
      const compiled = await compile(id, code)
      return { code: compiled.code, map: compiled.map as null }
    },
  }
}
