import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createFlowStore } from '../../src/hooks/flowStore.js'
import { waitError } from '../../src/hooks/outcome.js'
import { ALICE, inStep, pageWithCodeSent, renderVerification } from '../support/hooks.js'
import { copiedPage, reloadedPage } from '../support/pages.js'
import { advance, HOUR, MINUTE, settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

/** Whether what is kept says that somebody has it open. */
const held = () =>
  (JSON.parse(Object.values(sessionStorage)[0] as string) as { owner: string | null }).owner !== null

it('takes the code in a copied tab, but asks for another SMS with a secret of its own', async () => {
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  const copy = renderVerification({ wire }, { hook: await copiedPage() })
  await settled()
  expect(copy.result.current.step).toBe('code')
  await copy.do(({ resend }) => resend())
  expect(wire.sends[1]).toMatchObject({ phone_number: ALICE.phoneNumber, send_attempt: 1 })
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
  expect(copy.result.current).toMatchObject({ step: 'code', sendAttempt: 1, error: null })
})

it('verifies with the session of the first tab as long as it asks for none', async () => {
  const { wire } = await pageWithCodeSent()
  const copy = renderVerification({ wire }, { hook: await copiedPage() })
  await copy.do(({ verify }) => verify('123456'))
  expect(wire.submits).toMatchObject([{ sid: 'sid1', client_secret: wire.sends[0]?.['client_secret'] }])
  expect(copy.result.current.step).toBe('verified')
})

it('goes on with its own secret after that, also when it mounts again or is reloaded', async () => {
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  const copy = renderVerification({ wire }, { hook: await copiedPage() })
  await copy.do(({ resend }) => resend())
  copy.unmount()
  await advance(30 * MINUTE)

  const again = renderVerification({ wire }, { hook: copy.hook })
  await again.do(({ resend }) => resend())
  const reloaded = renderVerification({ wire }, { hook: await reloadedPage() })
  await advance(30 * MINUTE)
  await reloaded.do(({ resend }) => resend())
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 1, 2, 3])
  expect(new Set(wire.sends.slice(1).map((body) => body['client_secret']))).toHaveLength(1)
})

it('asks in a copied tab for a number of which the first tab still awaits the answer, with another secret', async () => {
  const wire = new Wire()
  wire.hold()
  await pageWithCodeSent({ wire })
  const copy = renderVerification({ wire }, { hook: await copiedPage() })
  await settled()
  expect(copy.result.current.step).toBe('number')
  await copy.do(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(2)
  expect(wire.sends[1]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('marks what it keeps as open, and as left when the page goes', async () => {
  await pageWithCodeSent()
  expect(held()).toBe(true)
  window.dispatchEvent(new Event('pagehide'))
  expect(held()).toBe(false)
  window.dispatchEvent(new Event('pageshow'))
  expect(held()).toBe(true)
})

it('marks a resumed flow as open without anybody doing anything', async () => {
  const { wire } = await pageWithCodeSent()
  const hook = await reloadedPage()
  expect(held()).toBe(false)
  renderVerification({ wire }, { hook })
  await settled()
  expect(held()).toBe(true)
})

it('changes nothing for a page that comes back from the back-forward cache', async () => {
  const { wire, result, do: person } = await pageWithCodeSent()
  const before = inStep(result.current, 'code')
  await person(() => window.dispatchEvent(new Event('pagehide')))
  await advance(MINUTE)
  await person(() => window.dispatchEvent(new Event('pageshow')))
  expect(result.current).toBe(before)
  await person(({ resend }) => resend())
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
})

it('goes on from where another page of the tab went meanwhile, when the back-forward cache brings it back', async () => {
  const { wire, result, do: person } = await pageWithCodeSent()
  await person(() => window.dispatchEvent(new Event('pagehide')))
  const [key, text] = Object.entries(sessionStorage)[0] as [string, string]
  sessionStorage.setItem(key, text.replace('"sendAttempt":1', '"sendAttempt":2'))
  await advance(MINUTE)
  await person(() => window.dispatchEvent(new Event('pageshow')))
  expect(result.current).toMatchObject({ step: 'code', sendAttempt: 2 })
  await person(({ resend }) => resend())
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 3 })
})

it('takes an app that starts again for no copy where there are no pages, as in React Native', () => {
  vi.stubGlobal('window', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => entries.set(key, value),
    removeItem: (key: string) => entries.delete(key),
  }
  const start = (owner: string) =>
    createFlowStore(
      {
        key: 'flow',
        storage,
        maxAge: HOUR,
        now: Date.now,
        elapsed: () => performance.now(),
        waitError: (until) => waitError('requestTokenToRegisterMSISDN', until),
        owner: () => owner,
      },
      new QueryClient(),
    )
  const first = start('first')
  first.wake()
  const destination = { ...ALICE, display: ALICE.phoneNumber }
  const session = { destination, freshSecret: 'secret', idServer: null, now: Date.now() }
  first.dispatch({ type: 'sendRequested', ...session })
  // The system ends the app without a word to it.
  expect(start('second').getFlow().session).toMatchObject({ clientSecret: 'secret', health: 'alive' })
})
