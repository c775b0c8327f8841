import { afterEach, expect, it, vi } from 'vitest'
import { SimulatedHomeserver, type Scenario } from '../../src/testing/index.js'
import { askForSms, submitCode, tokenRequest, until } from './wire.js'

afterEach(() => {
  vi.useRealTimers()
})

const send = (homeserver: SimulatedHomeserver, init: RequestInit = {}) =>
  homeserver.fetch(`${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken`, {
    method: 'POST',
    body: JSON.stringify(tokenRequest),
    ...init,
  })

it.each<[Scenario, number]>([
  ['offline', 0],
  ['lost-send', 0],
  ['lost-answer', 1],
])('%s: the client sees a failed connection, and %i SMS arrive', async (scenario, count) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  await expect(send(homeserver)).rejects.toThrow(new TypeError('Failed to fetch'))
  expect(homeserver.messages).toHaveLength(count)
  expect(homeserver.requests).toHaveLength(1)
})

it('lost-answer: the same attempt again gets the session of the SMS that arrived', async () => {
  const homeserver = new SimulatedHomeserver()
  homeserver.failNext('requestToken', 'lost-answer')
  await expect(send(homeserver)).rejects.toThrow(TypeError)
  const sent = await askForSms(homeserver)
  expect(homeserver.messages).toHaveLength(1)
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
})

it('slow: the SMS arrives, and answers come when they are released, in any order', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'slow' })
  const answered: string[] = []
  const first = send(homeserver).then(() => answered.push('first'))
  const second = send(homeserver).then(() => answered.push('second'))
  await homeserver.nextSms()
  await until(homeserver, () => homeserver.held.length === 2)
  expect(answered).toEqual([])
  homeserver.release(homeserver.held[1])
  await second
  homeserver.release()
  await first
  expect(answered).toEqual(['second', 'first'])
  expect(homeserver.held).toEqual([])
})

it.each<Scenario>(['slow', 'never-answers'])('%s: an abort ends the wait', async (scenario) => {
  const homeserver = new SimulatedHomeserver({ scenario })
  const controller = new AbortController()
  const answer = send(homeserver, { signal: controller.signal })
  await until(homeserver, () => homeserver.requests.length === 1)
  controller.abort(new Error('the person left'))
  await expect(answer).rejects.toThrow('the person left')
  expect(homeserver.held).toEqual([])
})

it('does not even see a request that was aborted before it left', async () => {
  const homeserver = new SimulatedHomeserver()
  await expect(send(homeserver, { signal: AbortSignal.abort() })).rejects.toHaveProperty('name', 'AbortError')
  expect(homeserver.requests).toEqual([])
})

it('waits as long as latency says, and leaves no timer behind', async () => {
  vi.useFakeTimers()
  const homeserver = new SimulatedHomeserver({ latency: 800 })
  let isAnswered = false
  const answer = send(homeserver).then(() => (isAnswered = true))
  await vi.advanceTimersByTimeAsync(799)
  expect(isAnswered).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  await answer

  const controller = new AbortController()
  const aborted = send(homeserver, { signal: controller.signal })
  await vi.advanceTimersByTimeAsync(1)
  expect(vi.getTimerCount()).toBe(1)
  controller.abort()
  await expect(aborted).rejects.toThrow()
  expect(vi.getTimerCount()).toBe(0)
  homeserver.latency = 0
  await send(homeserver)
})

it('submit-redirected: leads a fetch that follows to a GET, and fails one that does not', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'submit-redirected' })
  const { body } = await askForSms(homeserver)
  const url = String(body.submit_url)
  await expect(homeserver.fetch(url, { method: 'POST', body: '{}', redirect: 'error' })).rejects.toThrow(
    TypeError,
  )
  expect((await homeserver.fetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(302)
  expect((await homeserver.fetch(url, { method: 'POST', body: '{}' })).status).toBe(200)
  expect(homeserver.requests.at(-1)).toMatchObject({ method: 'GET', operation: 'getLoginFlows' })
})

it('follows 307 with the same method and body, and no more than 20 redirects', async () => {
  const homeserver = new SimulatedHomeserver()
  const url = `${homeserver.baseUrl}/_matrix/client/unstable/add_threepid/msisdn/submit_token`
  homeserver.failNext('submitToken', { status: 307, headers: { Location: url } })
  await homeserver.fetch(url, { method: 'POST', body: '{"token":"1"}' })
  expect(homeserver.requests.at(-1)).toMatchObject({ method: 'POST', body: { token: '1' } })

  const before = homeserver.requests.length
  for (let count = 0; count < 30; count += 1) {
    homeserver.failNext('any', { status: 303, headers: { Location: url } })
  }
  await expect(homeserver.fetch(url, { method: 'POST', body: '{}' })).rejects.toThrow(TypeError)
  expect(homeserver.requests).toHaveLength(before + 21)
})

it('fails the next request of its kind, once, and lets the others pass', async () => {
  const homeserver = new SimulatedHomeserver()
  homeserver.failNext('submitToken', { status: 503, body: 'Busy', headers: { 'Retry-After': '7' } })
  homeserver.failNext('requestToken', 'rate-limited')
  homeserver.failNext('any', { status: 200, body: null })
  expect(await askForSms(homeserver)).toMatchObject({ status: 429 })
  expect(await askForSms(homeserver)).toEqual({ status: 200, body: null })
  const sent = await askForSms(homeserver)
  expect(sent.status).toBe(200)
  const response = await homeserver.fetch(String(sent.body.submit_url), { method: 'POST', body: '{}' })
  expect(response.status).toBe(503)
  expect(response.headers.get('Retry-After')).toBe('7')
  expect(await response.text()).toBe('Busy')
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
})

it('keeps the rules of the scenario for a request that fails once', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'sydent' })
  await askForSms(homeserver)
  homeserver.failNext('requestToken', 'lost-answer')
  await expect(send(homeserver)).rejects.toThrow(TypeError)
  expect(homeserver.messages).toHaveLength(2)
})
