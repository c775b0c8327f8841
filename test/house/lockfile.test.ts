import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Lockfile {
  packages: Record<string, { version?: string; resolved?: string; extraneous?: boolean }>
}

const { packages } = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as Lockfile

it('the lockfile names no address, so that every registry can serve it', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([])
})

it('the lockfile holds nothing that no package asks for', () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.extraneous === true)).toEqual([])
})

it.each(['react', 'react-dom', '@tanstack/react-query', 'react-hook-form', 'zod', 'msw', 'vite', 'rolldown'])(
  'the lockfile holds %s once',
  (name) => {
    const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`))
    expect(copies).toEqual([`node_modules/${name}`])
  },
)
