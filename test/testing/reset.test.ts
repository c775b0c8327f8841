import { afterEach, expect, it, vi } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { MemoryStorage } from './MemoryStorage.js'
import { askForSms, submitCode, until } from './wire.js'

afterEach(() => {
  vi.useRealTimers()
})

it('begins anew: same codes, nothing left', async () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ username: 'alice' }] })
  await askForSms(homeserver)
  const code = homeserver.lastSms()?.code
  homeserver.createAccount({ username: 'bob' })
  homeserver.failNext('submitToken', 'gateway-down')
  homeserver.scenario = 'offline'
  homeserver.latency = 1000
  homeserver.advanceTime(1_000_000)
  const now = homeserver.now()

  homeserver.reset()
  expect(homeserver.requests).toEqual([])
  expect(homeserver.messages).toEqual([])
  expect(homeserver.accounts.map(({ userId }) => userId)).toEqual(['@alice:matrix.example.org'])
  expect(homeserver.now()).toBeLessThan(now - 500_000)
  expect(homeserver.latency).toBe(0)
  const sent = await askForSms(homeserver)
  expect(homeserver.lastSms()?.code).toBe(code)
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
})

it('removes from a storage what the forms keep there, and leaves the rest', () => {
  const storage = new MemoryStorage({
    'matrix-phone-verification https://matrix.example.org/_matrix/client/v3 register ': '{}',
    'matrix-phone-verification country': 'DE',
    theme: 'dark',
  })
  const homeserver = new SimulatedHomeserver()
  homeserver.reset()
  expect(storage.length).toBe(3)
  homeserver.reset({ storage })
  expect(storage.items).toEqual(new Map([['theme', 'dark']]))
})

it.each(['slow', 'never-answers'] as const)('fails what waits for an answer that is %s', async (scenario) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  const waiting = askForSms(homeserver)
  await until(homeserver, () => homeserver.requests.length === 1)
  homeserver.reset()
  await expect(waiting).rejects.toThrow(new TypeError('Failed to fetch'))
  expect(homeserver.held).toEqual([])
})

it('fails what waits for its latency to pass, and leaves no timer behind', async () => {
  vi.useFakeTimers()
  const homeserver = new SimulatedHomeserver({ latency: 800 })
  const waiting = expect(askForSms(homeserver)).rejects.toThrow(new TypeError('Failed to fetch'))
  await until(homeserver, () => homeserver.messages.length === 1)
  await vi.advanceTimersByTimeAsync(1)
  homeserver.reset()
  await waiting
  expect(vi.getTimerCount()).toBe(0)
})

it('fails a request that is just arriving, which neither server gets to see', async () => {
  const homeserver = new SimulatedHomeserver()
  const arriving = askForSms(homeserver)
  homeserver.reset()
  await expect(arriving).rejects.toThrow(new TypeError('Failed to fetch'))
  expect(homeserver.requests).toEqual([])
  expect(homeserver.messages).toEqual([])
})

it('lets nobody wait in vain for an SMS, and hands out none of before', async () => {
  const homeserver = new SimulatedHomeserver()
  await askForSms(homeserver)
  await homeserver.nextSms()
  const [first, second] = [homeserver.nextSms(), homeserver.nextSms()]
  homeserver.reset()
  await askForSms(homeserver)
  await askForSms(homeserver, { send_attempt: 2 })
  expect(await first).toBe(homeserver.messages[0])
  expect(await second).toBe(homeserver.messages[1])
})
