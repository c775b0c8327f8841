import { expect, it } from 'vitest'
import { SimulatedHomeserver, type SimulatedHomeserverOptions } from '../../src/testing/index.js'
import { MemoryStorage } from './MemoryStorage.js'
import { askForSms, call, proveNumber, submitCode, tokenRequest } from './wire.js'

/** Makes the homeserver of a page anew, as a reload of the page does. */
function pageWith(options: SimulatedHomeserverOptions = {}) {
  const persist = new MemoryStorage()
  return (changes: SimulatedHomeserverOptions = {}) =>
    new SimulatedHomeserver({ persist, ...options, ...changes })
}

it('knows a code over a reload', async () => {
  const load = pageWith()
  const sent = await askForSms(load())
  const reloaded = load()
  expect(reloaded.messages).toHaveLength(1)
  expect(await submitCode(reloaded, sent)).toMatchObject({ status: 200 })
})

it('knows a session of user-interactive auth, a proof and the account that comes of them', async () => {
  const load = pageWith()
  const { body } = await call(load(), '/register', { username: 'alice', password: 'wonderland' })
  const creds = await proveNumber(load())
  const auth = { type: 'm.login.msisdn', threepid_creds: creds, session: body.session }
  const registered = await call(load(), '/register', { username: 'alice', password: 'wonderland', auth })
  expect(registered.status).toBe(200)
  const headers = { Authorization: `Bearer ${String(registered.body.access_token)}` }
  expect(await call(load(), '/account/whoami', undefined, headers)).toMatchObject({ status: 200 })
  expect((await call(load(), '/account/3pid', undefined, headers)).body.threepids).toHaveLength(1)
  expect(load().phoneNumbersOf('alice')).toEqual([tokenRequest.phone_number])
})

it('goes on with its clock, its limits and its random values', async () => {
  const load = pageWith({ now: () => 0, rateLimit: { burst: 1, perSecond: 0 } })
  const first = load()
  await askForSms(first)
  first.advanceTime(5000)
  first.createAccount({ username: 'bob' })
  const second = load()
  expect(second.now()).toBe(5000)
  expect(await askForSms(second)).toMatchObject({ status: 429 })
  const [tokenOfBob] = second.account('bob')?.accessTokens ?? []
  expect(second.createAccount({ username: 'carol' })).not.toBe(tokenOfBob)
})

it('hands an SMS out once, over reloads too', async () => {
  const load = pageWith()
  const first = load()
  await askForSms(first)
  await first.nextSms()
  const second = load()
  await askForSms(second, { send_attempt: 2 })
  expect(await second.nextSms()).toBe(second.messages[1])
})

it.each<SimulatedHomeserverOptions>([
  { seed: 2 },
  { accounts: [{ username: 'alice' }] },
  { persist: undefined },
])('begins anew where it is made with %j', async (changes) => {
  const load = pageWith()
  await askForSms(load())
  expect(load(changes).messages).toEqual([])
})

it('forgets at a reset', async () => {
  const load = pageWith()
  const first = load()
  await askForSms(first)
  first.reset()
  expect(load().messages).toEqual([])
})

it.each(['', 'null', '{"madeWith":"{}"}', 'nonsense'])(
  'takes no memory from what it did not write: %j',
  (text) => {
    const getItem = () => text
    expect(new SimulatedHomeserver({ persist: { getItem, setItem: () => undefined } }).messages).toEqual([])
  },
)

it('works where the storage does not', async () => {
  const fail = () => {
    throw new Error('The storage is forbidden.')
  }
  const homeserver = new SimulatedHomeserver({ persist: { getItem: fail, setItem: fail } })
  expect(await askForSms(homeserver)).toMatchObject({ status: 200 })
})
