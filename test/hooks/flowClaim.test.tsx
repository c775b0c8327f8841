import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { ALICE, pageWithCodeSent, renderVerification } from '../support/hooks.js'
import { FakeLocks } from '../support/locks.js'
import { loadedPage, reloadedPage } from '../support/pages.js'
import { advance, MINUTE, SECOND, settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

const secretsOf = (wire: Wire) => new Set(wire.sends.map((body) => body['client_secret'])).size
const attemptsOf = (wire: Wire) => wire.sends.map((body) => body['send_attempt'])

it('goes on with its secret and attempt in a tab that a phone discarded without a word', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  locks.discardPage()
  const restored = renderVerification({ wire }, { hook: await loadedPage() })
  await restored.do(({ resend }) => resend())
  expect(attemptsOf(wire)).toEqual([1, 2])
  expect(secretsOf(wire)).toBe(1)
})

it('repeats the attempt whose answer never came in a tab that was discarded', async () => {
  const locks = new FakeLocks()
  const wire = new Wire()
  wire.hold()
  await pageWithCodeSent({ wire })
  locks.discardPage()
  const restored = renderVerification({ wire }, { hook: await loadedPage() })
  await restored.do(({ send }) => send(ALICE))
  expect(wire.sends[1]).toEqual(wire.sends[0])
})

it('asks in a copied tab with a secret of its own', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  locks.openPage()
  const copy = renderVerification({ wire }, { hook: await loadedPage() })
  await copy.do(({ resend }) => resend())
  expect(wire.sends).toHaveLength(1)
  await advance(SECOND)
  expect(attemptsOf(wire)).toEqual([1, 1])
  expect(secretsOf(wire)).toBe(2)
  expect(copy.result.current).toMatchObject({ step: 'code', sendAttempt: 1, error: null })
})

it('keeps a flow no longer because its tab turned out to be a copy', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(50 * MINUTE)
  locks.openPage()
  const copy = renderVerification({ wire }, { hook: await loadedPage() })
  await advance(SECOND)
  expect(copy.result.current.step).toBe('code')
  copy.unmount()
  await advance(10 * MINUTE)
  expect(renderVerification({ wire }, { hook: copy.hook }).result.current.step).toBe('number')
})

it('takes two copies of a tab that was on another page meanwhile for two', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  const hook = await reloadedPage()
  locks.discardPage()
  const copied = Object.entries(sessionStorage) as [string, string][]
  const one = renderVerification({ wire }, { hook })
  await settled()
  // The other tab has a storage of its own, with what was there when it was copied.
  for (const [key, text] of copied) sessionStorage.setItem(key, text)
  locks.openPage()
  const two = renderVerification({ wire }, { hook: await loadedPage() })
  await advance(SECOND)
  await one.do(({ resend }) => resend())
  await two.do(({ resend }) => resend())
  expect(attemptsOf(wire)).toEqual([1, 2, 1])
  expect(secretsOf(wire)).toBe(2)
})

it('waits in a reloaded page for what the page before still holds', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  const hook = await reloadedPage()
  const endBefore = locks.openPage()
  const next = renderVerification({ wire }, { hook })
  await next.do(({ resend }) => resend())
  expect(wire.sends).toHaveLength(1)
  endBefore()
  await settled()
  expect(attemptsOf(wire)).toEqual([1, 2])
  expect(secretsOf(wire)).toBe(1)
})

it('holds a lock while there is something to bring back, and for no longer', async () => {
  const locks = new FakeLocks()
  const page = renderVerification()
  await settled()
  expect(locks.names).toEqual([])
  await page.do(({ send }) => send(ALICE))
  expect(locks.names).toHaveLength(1)
  expect(locks.names[0]).not.toContain(page.wire.sends[0]?.['client_secret'])
  await page.do(({ reset }) => reset())
  await settled()
  expect(locks.names).toEqual([])
  await page.do(({ send }) => send(ALICE))
  page.unmount()
  await settled()
  expect(locks.names).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

it('keeps its page out of the back-forward cache where there are no locks', async () => {
  const listeners = new Set<unknown>()
  const add = vi.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    if (type === 'unload') listeners.add(listener)
  })
  const remove = vi.spyOn(window, 'removeEventListener').mockImplementation((type, listener) => {
    if (type === 'unload') listeners.delete(listener)
  })
  const page = renderVerification()
  await settled()
  expect(listeners.size).toBe(0)
  await page.do(({ send }) => send(ALICE))
  expect(listeners.size).toBe(1)
  page.unmount()
  expect(listeners.size).toBe(0)
  add.mockRestore()
  remove.mockRestore()
})

it('takes a page for no copy because its browser refuses locks', async () => {
  const request = vi.fn(() => Promise.reject(new DOMException('no', 'SecurityError')))
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
  onTestFinished(() => void Reflect.deleteProperty(navigator, 'locks'))
  const { wire, do: person } = await pageWithCodeSent()
  await advance(MINUTE)
  await person(({ resend }) => resend())
  expect(attemptsOf(wire)).toEqual([1, 2])
  expect(secretsOf(wire)).toBe(1)
  expect(request).toHaveBeenCalledOnce()
})

it('asks for no SMS for a person who leaves the screen before it is known whether the tab is a copy', async () => {
  const locks = new FakeLocks()
  const { wire } = await pageWithCodeSent()
  await advance(MINUTE)
  locks.openPage()
  const copy = renderVerification({ wire }, { hook: await loadedPage() })
  await copy.do(({ resend }) => resend())
  copy.unmount()
  await advance(2 * SECOND)
  expect(wire.sends).toHaveLength(1)
})
