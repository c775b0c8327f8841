import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../src/verification/', import.meta.url)
const files = readdirSync(folder, { recursive: true }).map(String)

const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
const SURROUNDINGS =
  /\b(Date\.now|new Date|Math\.random|crypto|performance|fetch|setTimeout|setInterval|window|document|sessionStorage|globalThis|navigator|console)\b(?!['\w])/

const codeOf = (file: string) =>
  readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '')

describe.each(files)('%s', (file) => {
  it('imports nothing from outside its folder', () => {
    for (const [, name] of codeOf(file).matchAll(IMPORT)) expect(name).toMatch(/^\.\/[^/]+\.js$/)
  })

  it('has no clock, no randomness, no network and no page', () => {
    expect(codeOf(file)).not.toMatch(SURROUNDINGS)
  })

  it('does not spell the wire', () => {
    expect(codeOf(file)).not.toMatch(/client_secret|send_attempt|submit_url|M_[A-Z]/)
  })
})

it('there are rules to look at', () => {
  expect(files).toContain('flow.ts')
})
