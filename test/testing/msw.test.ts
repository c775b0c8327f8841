import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { createHandlers } from '../../src/testing/msw.js'
import { tokenRequest, until } from './wire.js'

const homeserver = new SimulatedHomeserver()
const server = setupServer(...createHandlers(homeserver))

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => homeserver.reset())
afterAll(() => server.close())

const post = (url: string, body: unknown, init: RequestInit = {}) =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), ...init })

const requestUrl = `${homeserver.baseUrl}/_matrix/client/v3/register/msisdn/requestToken`

it('answers the global fetch, from the SMS to the registered account', async () => {
  const sent = (await (await post(requestUrl, tokenRequest)).json()) as { sid: string; submit_url: string }
  const creds = { sid: sent.sid, client_secret: tokenRequest.client_secret }
  const { code } = await homeserver.nextSms()
  const submitted = await post(sent.submit_url, { ...creds, token: code })
  expect(await submitted.json()).toEqual({ success: true })

  const url = `${homeserver.baseUrl}/_matrix/client/v3/register`
  const challenge = await post(url, { username: 'alice' })
  expect(challenge.status).toBe(401)
  const { session } = (await challenge.json()) as { session: string }
  const auth = { type: 'm.login.msisdn', threepid_creds: creds, session }
  expect((await post(url, { username: 'alice', auth })).status).toBe(200)
  expect(homeserver.phoneNumbersOf('alice')).toEqual(['+12025550123'])
})

it('makes a failed connection of the global fetch fail, too', async () => {
  homeserver.scenario = 'offline'
  await expect(post(requestUrl, tokenRequest)).rejects.toThrow(TypeError)
})

it('lets the global fetch be aborted', async () => {
  homeserver.scenario = 'never-answers'
  const controller = new AbortController()
  const answer = post(requestUrl, tokenRequest, { signal: controller.signal })
  await until(homeserver, () => homeserver.requests.length === 1)
  controller.abort()
  await expect(answer).rejects.toHaveProperty('name', 'AbortError')
})

it('answers where the scenarios send the code', async () => {
  for (const scenario of ['submit-url-http', 'submit-url-other-host'] as const) {
    homeserver.scenario = scenario
    const sent = (await (await post(requestUrl, tokenRequest)).json()) as { sid: string; submit_url: string }
    const body = {
      sid: sent.sid,
      client_secret: tokenRequest.client_secret,
      token: homeserver.lastSms()?.code,
    }
    expect((await post(sent.submit_url, body)).status).toBe(200)
  }
})
