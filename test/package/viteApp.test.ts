import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { compileReact } from '../support/reactCompiler.js'
import { buildViteApp, type ViteApp } from './buildViteApp.js'
import copyLowestPeers, { resolveLowestPeers } from './lowestPeers.js'
import { Visitor } from './visitor.js'

const { folder } = inject('consumer')

const ADDRESS = 'https://app.example.org/'

describe.each([
  {
    peers: 'React 19 and the React Compiler',
    name: 'newest',
    major: '19.',
    plugin: () => compileReact(/\/newest\/[^?]*\.jsx$/),
  },
  {
    peers: 'React 18 and the lowest of every peer',
    name: 'lowest',
    major: '18.',
    plugin: resolveLowestPeers,
  },
])('an app that Vite builds with $peers', ({ name, major, plugin }) => {
  let app: ViteApp
  let visitor: Visitor

  beforeAll(async () => {
    copyLowestPeers()
    app = await buildViteApp(join(folder, name), [plugin()])
    visitor = await Visitor.arrive('fr')
    return () => visitor.leave()
  })

  it('is rendered by a server', () => {
    expect(app.react.slice(0, 3)).toBe(major)
    expect(app.html).toContain('Vereinigtes Königreich (+44)')
    expect(app.warnings).toBe('')
  })

  it('is hydrated without a complaint, whatever the server calls the countries', async () => {
    const { page } = visitor
    const number = page.getByLabel('Phone number')
    // Servers and browsers know the names of countries from different editions of the same data.
    const read = (path: string) => {
      const file = app.read(path)
      return path === '/' ? file.toString().replace('Vereinigtes Königreich', 'Grossbritannien') : file
    }
    await visitor.opens(ADDRESS, read, async () => {
      await number.fill('07400 1')
      await number.press('Enter')
    })
    await page.locator('option').nth(10).waitFor({ state: 'attached' })
    expect(await page.locator('option:checked').textContent()).toBe('Vereinigtes Königreich (+44)')
    expect(await page.locator('html').getAttribute('data-react')).toBe(app.react)
    expect(visitor.complaints).toEqual([])
  })

  it('keeps what was typed before its scripts came, and out of the address', async () => {
    expect(await visitor.page.getByLabel('Phone number').inputValue()).toBe('07400 1')
    expect(visitor.page.url()).toBe(ADDRESS)
    expect(visitor.homeserver.requests).toEqual([])
  })

  it('verifies a number', async () => {
    await visitor.verifies('07400 123456')
    expect(await visitor.page.locator('output').textContent()).toBe('+447400123456')
    expect(visitor.complaints).toEqual([])
  })
})
