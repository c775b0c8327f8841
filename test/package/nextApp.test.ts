import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { RunningServer } from '../support/startServer.js'
import { buildNextApp, serveNextApp } from './nextApp.js'
import { Visitor } from './visitor.js'

const folder = join(inject('consumer').folder, 'next-app')

describe('an app of the App Router, whose page is a server component,', () => {
  let warnings: string
  let server: RunningServer
  let visitor: Visitor

  beforeAll(async () => {
    warnings = buildNextApp(folder)
    visitor = await Visitor.arrive('fr')
    server = await serveNextApp(folder)
    return async () => {
      await visitor.leave()
      await server.stop()
    }
  })

  it('is built without a warning', () => {
    expect(warnings).toBe('')
  })

  it('has the form in its page, and what the page did with the rest of the index', async () => {
    const html = await (await fetch(server.url)).text()
    expect(html).toContain('Phone number</label>')
    expect(html.replaceAll('<!-- -->', '')).toContain('https://matrix.example.org +447400123456 true')
  })

  it('has the form in a page that puts it together from its parts', async () => {
    expect(await (await fetch(`${server.url}parts`)).text()).toContain('Phone number</label>')
  })

  it('is hydrated without a complaint, and verifies a number', async () => {
    await visitor.page.goto(server.url)
    await visitor.page.locator('option').nth(10).waitFor({ state: 'attached' })
    await visitor.verifies('07400 123456')
    expect(visitor.complaints).toEqual([])
  })
})
