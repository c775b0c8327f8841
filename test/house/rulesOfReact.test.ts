import { describe, expect, it } from 'vitest'
import { readSources } from './sources.js'
import { compile } from '../support/reactCompiler.js'

const compiled = await Promise.all(
  readSources()
    .filter(({ text }) => text.startsWith("'use client'"))
    .map(async ({ path, text }) => ({ path, ...(await compile(path, text)) })),
)

describe('the React Compiler', () => {
  it('finds no rule of React broken in our components and hooks', () => {
    const broken = compiled.flatMap(({ path, refusals }) =>
      refusals.filter(({ breaksRule }) => breaksRule).map(({ reason }) => `${path}: ${reason}`),
    )
    expect(broken).toEqual([])
  })

  it('compiles them', () => {
    const isCompiled = (code: string) => code.includes('react/compiler-runtime')
    expect(compiled.filter(({ code }) => isCompiled(code)).length).toBeGreaterThan(compiled.length / 2)
  })

  it.each([
    ['sets state while it renders', 'setCount(count + 1); return <b>{count}</b>'],
    [
      'hides from the linter',
      '// eslint-disable-next-line react-hooks/exhaustive-deps\nreturn <b>{count}</b>',
    ],
    ['changes its props', 'props.count = count; return <b>{count}</b>'],
  ])('is heard when a component %s', async (_, body) => {
    const code = `import { useState } from 'react'
      export function Counter(props) { const [count, setCount] = useState(0); ${body} }`
    const { refusals } = await compile('Counter.tsx', code)
    expect(refusals.map(({ breaksRule }) => breaksRule)).toEqual([true])
  })
})
