import { beforeEach, describe, expect, it, vi } from 'vitest'
import { pageWithCodeSent, renderVerification } from '../support/hooks.js'
import { reloadedPage } from '../support/pages.js'
import { advance, HOUR, MINUTE, settled } from '../support/time.js'

const DAY = 24 * HOUR

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

/** The system's clock is put ahead while the page is open. The page's own timer hears nothing of it. */
function jump(): void {
  vi.setSystemTime(Date.now() + DAY)
}

async function afterReload(options: Parameters<typeof renderVerification>[0]) {
  const page = renderVerification(options, { hook: await reloadedPage() })
  await settled()
  return page
}

describe('a clock that jumps a day ahead while the page is open', () => {
  it('loses nothing at the next reload: the code is taken', async () => {
    const { wire } = await pageWithCodeSent()
    jump()
    const page = await afterReload({ wire })
    expect(page.result.current).toMatchObject({ step: 'code', error: null })
    await page.do(({ verify }) => verify('123456'))
    expect(page.result.current.step).toBe('verified')
    expect(wire.sends).toHaveLength(1)
  })

  it('loses nothing at the reloads after that, and another SMS has the next attempt', async () => {
    const { wire } = await pageWithCodeSent()
    jump()
    await afterReload({ wire })
    jump()
    const page = await afterReload({ wire })
    await page.do(({ resend }) => resend())
    expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
  })

  it('loses nothing that the person did afterwards', async () => {
    const first = await pageWithCodeSent()
    const { wire } = first
    jump()
    wire.reply(400, { errcode: 'M_TOKEN_INCORRECT' })
    await first.do(({ verify }) => verify('000000'))
    const page = await afterReload({ wire })
    expect(page.result.current.step).toBe('code')
  })

  it('does not lengthen the hour for which a flow is kept', async () => {
    const { wire } = await pageWithCodeSent()
    await advance(50 * MINUTE)
    jump()
    await advance(10 * MINUTE)
    const page = await afterReload({ wire })
    expect(page.result.current.step).toBe('number')
  })

  it('before the code was sent changes nothing about when the server forgets it', async () => {
    const { do: person } = await pageWithCodeSent()
    jump()
    await person(({ resend }) => resend())
    const text = sessionStorage.getItem(sessionStorage.key(0) ?? '') ?? ''
    const { session, savedAt } = JSON.parse(text) as Kept
    expect(session.expiresAt).toBe(savedAt + DAY)
  })
})

it('a clock of the app’s own is right, however it jumps', async () => {
  let time = Date.now()
  const now = () => time
  const { wire } = await pageWithCodeSent({ now })
  time += DAY
  const page = await afterReload({ wire, now })
  expect(page.result.current.step).toBe('number')
})

interface Kept {
  savedAt: number
  session: { expiresAt: number }
}
