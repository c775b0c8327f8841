import { expect, it, vi } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { askForSms, submitCode, tokenRequest } from './wire.js'

it('shows every request as it was sent', async () => {
  const homeserver = new SimulatedHomeserver({ now: () => 5000 })
  const url = `${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken?a=b`
  await homeserver.fetch(url, {
    method: 'POST',
    body: JSON.stringify(tokenRequest),
    headers: { 'X-Test': 'yes' },
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
  expect(homeserver.requests).toEqual([
    {
      method: 'POST',
      url,
      path: '/_matrix/client/v3/register/msisdn/requestToken',
      operation: 'requestTokenToRegisterMSISDN',
      headers: { 'x-test': 'yes', 'content-type': 'text/plain;charset=UTF-8' },
      body: tokenRequest,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      at: 5000,
    },
  ])
})

it('finds the newest SMS, and the newest to a number', async () => {
  const homeserver = new SimulatedHomeserver()
  expect(homeserver.lastSms()).toBeUndefined()
  await askForSms(homeserver)
  await askForSms(homeserver, { phone_number: '+447700900123' })
  expect(homeserver.lastSms()?.to).toBe('+447700900123')
  expect(homeserver.lastSms('+12025550123')).toBe(homeserver.messages[0])
})

it('hands out each SMS once, whether it was awaited before or after it arrived', async () => {
  const homeserver = new SimulatedHomeserver()
  const early = homeserver.nextSms()
  await askForSms(homeserver)
  await askForSms(homeserver, { send_attempt: 2 })
  expect(await early).toBe(homeserver.messages[0])
  expect(await homeserver.nextSms()).toBe(homeserver.messages[1])
})

it('prints each SMS once, to somebody who develops without a server', async () => {
  const onSms = vi.fn()
  const homeserver = new SimulatedHomeserver({ onSms })
  const sent = await askForSms(homeserver)
  await submitCode(homeserver, sent)
  homeserver.reset()
  await askForSms(homeserver, { phone_number: '+447700900123' })
  expect(onSms.mock.calls.map(([{ to }]) => to as string)).toEqual(['+12025550123', '+447700900123'])
  expect(onSms).toHaveBeenLastCalledWith(homeserver.lastSms())
})

it('tells its listeners about every change, with a new array of messages', async () => {
  const homeserver = new SimulatedHomeserver()
  const listener = vi.fn()
  const unsubscribe = homeserver.subscribe(listener)
  const before = homeserver.messages
  const sent = await askForSms(homeserver)
  expect(listener).toHaveBeenCalled()
  expect(homeserver.messages).not.toBe(before)
  const after = homeserver.messages
  await submitCode(homeserver, sent)
  expect(homeserver.messages).toBe(after)

  for (const change of [
    () => homeserver.advanceTime(1),
    () => homeserver.createAccount(),
    () => (homeserver.scenario = 'offline'),
    () => homeserver.reset(),
  ]) {
    listener.mockClear()
    change()
    expect(listener).toHaveBeenCalledOnce()
  }
  unsubscribe()
  listener.mockClear()
  homeserver.advanceTime(1)
  expect(listener).not.toHaveBeenCalled()
})

it('refuses to create an account twice, or with a number that is not E.164', () => {
  const homeserver = new SimulatedHomeserver({ accounts: [{ username: 'alice' }] })
  expect(() => homeserver.createAccount({ username: '@alice:matrix.example.org' })).toThrow('exists already')
  expect(() => homeserver.createAccount({ phoneNumber: '07700 900123' })).toThrow('must be E.164')
})

it('lets the application write its own SMS', async () => {
  const homeserver = new SimulatedHomeserver({
    smsText: ({ code }) => `Code: ${code}\n\n@example.org #${code}`,
  })
  await askForSms(homeserver)
  const { text, code } = homeserver.lastSms() ?? {}
  expect(text).toBe(`Code: ${code ?? ''}\n\n@example.org #${code ?? ''}`)
})
