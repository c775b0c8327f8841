import { beforeEach, expect, it, vi } from 'vitest'
import type { FlowStorage } from '../../src/hooks/flowStorage.js'
import { ALICE, renderVerification } from '../support/hooks.js'
import { copiedPage, loadedPage } from '../support/pages.js'
import { advance, HOUR, MINUTE, settled } from '../support/time.js'
import { Wire } from '../support/wire.js'

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})

/** A storage that takes nothing more as soon as it is full. */
class Storage implements FlowStorage {
  isFull = false
  readonly entries = new Map<string, string>()
  readonly getItem = (key: string) => this.entries.get(key) ?? null
  readonly removeItem = (key: string) => void this.entries.delete(key)
  readonly setItem = (key: string, text: string) => {
    if (this.isFull) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    this.entries.set(key, text)
  }
}

it('repeats no attempt that a full storage could not take', async () => {
  const storage = new Storage()
  const wire = new Wire()
  const page = renderVerification({ wire, storage }, { hook: await loadedPage() })
  await page.do(({ send }) => send(ALICE))
  storage.isFull = true
  await advance(MINUTE)
  await page.do(({ resend }) => resend())
  expect(wire.sends.map((body) => body['send_attempt'])).toEqual([1, 2])
  page.unmount()

  const again = renderVerification({ wire, storage }, { hook: page.hook })
  await advance(HOUR)
  await again.do(({ resend }) => resend())
  await again.do(({ send }) => send(ALICE))
  expect(wire.sends).toHaveLength(3)
  expect(wire.sends[2]?.['client_secret']).not.toBe(wire.sends[0]?.['client_secret'])
})

it('keeps what a page shows that comes back from the back-forward cache, where the storage is full', async () => {
  const storage = new Storage()
  storage.isFull = true
  const { do: person, result } = renderVerification({ storage }, { hook: await loadedPage() })
  await person(({ send }) => send(ALICE))
  await person(() => window.dispatchEvent(new Event('pagehide')))
  await person(() => window.dispatchEvent(new Event('pageshow')))
  expect(result.current.step).toBe('code')
})

it('shows the code that another page of the tab asked for, when a page that was empty comes back', async () => {
  const wire = new Wire()
  const later = renderVerification({ wire }, { hook: await loadedPage() })
  await later.do(({ send }) => send(ALICE))
  const [key, text] = Object.entries(sessionStorage)[0] as [string, string]
  later.unmount()
  sessionStorage.clear()

  const empty = renderVerification({ wire }, { hook: await loadedPage() })
  sessionStorage.setItem(key, text.replace('"held":true', '"held":false'))
  await empty.do(() => window.dispatchEvent(new Event('pageshow')))
  expect(empty.result.current.step).toBe('code')
  await advance(MINUTE)
  await empty.do(({ resend }) => resend())
  expect(wire.sends[1]).toEqual({ ...wire.sends[0], send_attempt: 2 })
})

it('takes what is over out of the storage', async () => {
  const page = renderVerification({}, { hook: await loadedPage() })
  await page.do(({ send }) => send(ALICE))
  page.unmount()
  await advance(25 * HOUR)
  expect(sessionStorage).toHaveLength(1)
  renderVerification({}, { hook: await copiedPage() })
  await settled()
  expect(sessionStorage).toHaveLength(0)
})
