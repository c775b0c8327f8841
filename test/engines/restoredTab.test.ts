import { describe, expect } from 'vitest'
import { engine, test } from './fixtures.js'
import type { Site } from './site.js'

/** What `SECURITY.md` says of a browser that restores its session. */
describe.runIf(engine.canCrash)('a tab that the browser restores after a crash', () => {
  test('asks for the same code, and brings number and secret back from the disk', async ({
    visitor,
    site,
  }) => {
    await visitor.open()
    await visitor.askForCode()
    const saved = await visitor.crash()
    expect(saved).toContain(secretOf(site))
    await visitor.sees('+44 7400 123456')
    await visitor.enterCode()
    expect(site.homeserver.messages).toHaveLength(1)
  })

  test('brings the proof back until it is used', async ({ visitor, site }) => {
    await visitor.open()
    await visitor.askForCode()
    await visitor.enterCode()
    expect(await visitor.crash()).toContain(secretOf(site))
    await visitor.reads('verified')
    await visitor.createAccount('alice')
    expect(await visitor.crash()).not.toContain(secretOf(site))
    await visitor.sees('Phone number')
    expect(await visitor.text()).not.toContain('7400 123456')
  })

  test('begins at the number when the time is over for which a flow is kept', async ({ visitor }) => {
    await visitor.open('maxAge=1')
    await visitor.askForCode()
    await visitor.crash()
    await visitor.sees('Phone number')
    expect(await visitor.text()).not.toContain('7400 123456')
  })

  test('begins at the number where the app keeps nothing', async ({ visitor, site }) => {
    await visitor.open('storeNothing')
    await visitor.askForCode()
    expect(await visitor.crash()).not.toContain(secretOf(site))
    await visitor.sees('Phone number')
    expect(await visitor.text()).not.toContain('7400 123456')
  })
})

/** The client secret of the newest request. */
function secretOf({ homeserver }: Site): string {
  const { body } = homeserver.requests.at(-1) ?? {}
  return (body as { client_secret: string }).client_secret
}
