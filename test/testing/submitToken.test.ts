import { expect, it } from 'vitest'
import { SimulatedHomeserver } from '../../src/testing/index.js'
import { askForSms, call, submitCode, tokenRequest } from './wire.js'

const HOUR = 60 * 60 * 1000

it('accepts the code from the SMS, more than once', async () => {
  const homeserver = new SimulatedHomeserver()
  const sent = await askForSms(homeserver)
  expect(await submitCode(homeserver, sent)).toEqual({ status: 200, body: { success: true } })
  expect(await submitCode(homeserver, sent)).toEqual({ status: 200, body: { success: true } })
})

it('gives codes with leading zeros, and wants the zeros back', async () => {
  const homeserver = new SimulatedHomeserver()
  let sent = await askForSms(homeserver)
  for (let secret = 0; secret < 100 && !homeserver.lastSms()?.code.startsWith('0'); secret += 1) {
    sent = await askForSms(homeserver, { client_secret: `secret${secret}`, phone_number: '+12025550124' })
    homeserver.advanceTime(1000)
  }
  const { client_secret } = homeserver.requests.at(-1)?.body as typeof tokenRequest
  const code = homeserver.lastSms()?.code ?? ''
  expect(code).toMatch(/^0\d{5}$/)
  const submit = (token: string) =>
    call(homeserver, String(sent.body.submit_url), { sid: sent.body.sid, client_secret, token })
  expect(await submit(String(Number(code)))).toMatchObject({ body: { errcode: 'M_TOKEN_INCORRECT' } })
  expect(await submit(code)).toMatchObject({ status: 200 })
})

it('answers M_TOKEN_INCORRECT to a wrong code and still accepts the right one', async () => {
  const homeserver = new SimulatedHomeserver()
  const sent = await askForSms(homeserver)
  const wrong = await submitCode(homeserver, sent, 'wrong')
  expect(wrong).toMatchObject({ status: 400, body: { errcode: 'M_TOKEN_INCORRECT' } })
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
})

it('knows no session of another secret', async () => {
  const homeserver = new SimulatedHomeserver()
  const { body } = await askForSms(homeserver)
  const token = homeserver.lastSms()?.code
  const other = { sid: body.sid, client_secret: 'another', token }
  expect(await call(homeserver, String(body.submit_url), other)).toMatchObject({
    status: 400,
    body: { errcode: 'M_NO_VALID_SESSION' },
  })
})

it('answers M_SESSION_EXPIRED after 24 hours, and a resend revives the session with a new code', async () => {
  const homeserver = new SimulatedHomeserver({ now: () => 0 })
  const sent = await askForSms(homeserver)
  homeserver.advanceTime(24 * HOUR - 1)
  expect(await submitCode(homeserver, sent)).toMatchObject({ status: 200 })
  homeserver.advanceTime(1)
  expect(await submitCode(homeserver, sent)).toMatchObject({
    status: 400,
    body: { errcode: 'M_SESSION_EXPIRED' },
  })

  const resent = await askForSms(homeserver, { send_attempt: 2 })
  expect(resent.body.sid).toBe(sent.body.sid)
  expect(homeserver.messages[1]?.code).not.toBe(homeserver.messages[0]?.code)
  expect(await submitCode(homeserver, resent)).toMatchObject({ status: 200 })
})

it('lets a code live as long as codeTtl says', async () => {
  const homeserver = new SimulatedHomeserver({ codeTtl: 60_000 })
  const sent = await askForSms(homeserver)
  homeserver.advanceTime(60_000)
  expect(await submitCode(homeserver, sent)).toMatchObject({ body: { errcode: 'M_SESSION_EXPIRED' } })
})

it('gives codes as long as codeLength says', async () => {
  const homeserver = new SimulatedHomeserver({ codeLength: 8 })
  await askForSms(homeserver)
  expect(homeserver.lastSms()?.code).toMatch(/^\d{8}$/)
})

it('refuses a code that is a number or is missing', async () => {
  const homeserver = new SimulatedHomeserver()
  const { body } = await askForSms(homeserver)
  const creds = { sid: body.sid, client_secret: tokenRequest.client_secret }
  const url = String(body.submit_url)
  expect(await call(homeserver, url, { ...creds, token: 123456 })).toMatchObject({
    status: 400,
    body: { errcode: 'M_INVALID_PARAM' },
  })
  expect(await call(homeserver, url, creds)).toMatchObject({
    status: 400,
    body: { errcode: 'M_MISSING_PARAM' },
  })
})

it('verifies by the link in the SMS where there is no code to type', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'no-submit-url' })
  const { body } = await askForSms(homeserver)
  expect(body).not.toHaveProperty('submit_url')
  const stage = () =>
    call(homeserver, '/register', {
      auth: { type: 'm.login.msisdn', threepid_creds: { ...tokenRequest, sid: body.sid } },
    })
  expect(await stage()).toMatchObject({ status: 401 })
  expect(homeserver.followLink()).toBe(true)
  expect(await stage()).toMatchObject({ status: 200 })
})

it('leads the person who follows the link to next_link', async () => {
  const homeserver = new SimulatedHomeserver({ scenario: 'tom' })
  await askForSms(homeserver, { next_link: 'https://app.example.org/done' })
  const link = homeserver.lastSms()?.link ?? ''
  const response = await homeserver.fetch(link, { redirect: 'manual' })
  expect(response.status).toBe(302)
  expect(response.headers.get('Location')).toBe('https://app.example.org/done')
})

it('says so when there is no link to follow', async () => {
  const homeserver = new SimulatedHomeserver()
  await askForSms(homeserver)
  expect(() => homeserver.followLink()).toThrow('holds no link')
})
