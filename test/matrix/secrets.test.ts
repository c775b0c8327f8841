import { describe, expect, it } from 'vitest'
import type { MatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { RequestTokenParameters, SubmitTokenParameters } from '../../src/matrix/parameters.js'
import { everythingOf } from '../support/everythingOf.js'
import { connect, failureOf, json, text } from './server.js'

const MARKERS = ['SECRETMARK', 'SIDMARK', 'CODEMARK', 'TOKENMARK', '447700900987', '900987', 'LINKMARK']

const NUMBER: RequestTokenParameters = {
  clientSecret: 'SECRETMARK-0123456789',
  country: 'GB',
  phoneNumber: '+447700900987',
  sendAttempt: 1,
  nextLink: 'https://app.example.org/LINKMARK',
  idServer: 'id.example.org',
  idAccessToken: 'TOKENMARK',
}

const CODE: SubmitTokenParameters = {
  submitUrl: 'https://sms.example.org/LINKMARK?sid=SIDMARK',
  sid: 'SIDMARK',
  clientSecret: 'SECRETMARK-0123456789',
  token: 'CODEMARK',
}

/** What a server says that repeats everything it was told. */
const ECHO = `no SECRETMARK-0123456789 SIDMARK CODEMARK TOKENMARK LINKMARK +447700900987 900987`
const ECHO_HEADERS = { 'Retry-After': ECHO, 'X-Echo': ECHO, Location: `https://x.example/${ECHO}` }
const ECHO_BODY = { error: ECHO, client_secret: ECHO, sid: ECHO, phone_number: ECHO, retry_after_ms: ECHO }

async function expectNoSecrets(call: Promise<unknown>): Promise<void> {
  const everything = everythingOf(await failureOf(call))
  for (const marker of MARKERS) expect(everything).not.toContain(marker)
}

async function expectNoSecretsFrom(client: MatrixClient): Promise<void> {
  await expectNoSecrets(client.requestTokenToRegisterMSISDN(NUMBER))
  await expectNoSecrets(client.requestTokenToResetPasswordMSISDN(NUMBER))
  await expectNoSecrets(client.requestTokenTo3PIDMSISDN(NUMBER))
  await expectNoSecrets(client.submitToken(CODE))
}

describe('an error holds no code, secret, session ID or number', () => {
  it.each([
    'M_UNKNOWN',
    'M_INVALID_PARAM',
    'M_THREEPID_IN_USE',
    'M_THREEPID_NOT_FOUND',
    'M_THREEPID_DENIED',
    'M_LIMIT_EXCEEDED',
    'M_TOKEN_INCORRECT',
    'M_SESSION_EXPIRED',
    'M_NO_VALID_SESSION',
    'M_UNRECOGNIZED',
    `M ${ECHO}`,
  ])('when the server repeats them beside %s', async (errcode) => {
    for (const status of [200, 400, 403, 404, 429, 500, 503]) {
      const { client } = connect(() => json(status, { errcode, ...ECHO_BODY }, ECHO_HEADERS))
      await expectNoSecretsFrom(client)
    }
  })

  it.each(['482915', '+447700900987', '447700900987', 'a.Secret_of-32', 'aSecretOf32LettersAndDigits0123'])(
    'when the errcode is made of %s',
    async (told) => {
      for (const errcode of [told, `M_${told}`, `M_${told}_IS_WRONG`]) {
        const { client } = connect(() => json(400, { errcode, error: told }))
        const error = await failureOf(client.submitToken(CODE))
        expect(error).toMatchObject({ errcode: undefined, status: 400 })
        expect(everythingOf(error)).not.toContain(told)
      }
    },
  )

  it('when a proxy prints them in a page', async () => {
    for (const status of [200, 302, 400, 404, 502])
      await expectNoSecretsFrom(connect(() => text(status, `<html>${ECHO}</html>`, ECHO_HEADERS)).client)
  })

  it('when fetch fails with them in its words', async () => {
    const cause = new TypeError(ECHO, { cause: new Error(ECHO) })
    await expectNoSecretsFrom(connect(() => Promise.reject(cause)).client)
    await expectNoSecretsFrom(connect(() => Promise.reject(new DOMException(ECHO))).client)
  })

  it('when reading the answer fails with them in its words', async () => {
    const body = () => new ReadableStream({ start: (controller) => controller.error(new Error(ECHO)) })
    await expectNoSecretsFrom(connect(() => new Response(body())).client)
  })

  it('when the answer breaks the protocol with them', async () => {
    await expectNoSecretsFrom(connect(() => json(200, { sid: ECHO, submit_url: ECHO, success: ECHO })).client)
    await expectNoSecretsFrom(connect(() => json(200, ECHO)).client)
    await expectNoSecretsFrom(connect(() => json(200, [ECHO])).client)
  })

  it.each([
    'SECRETMARK:SIDMARK',
    'https://SIDMARK:SECRETMARK@sms.example.org/CODEMARK',
    'http://sms.example.org/SIDMARK?token=CODEMARK#900987',
    'javascript:"SECRETMARK"',
    'tel:+447700900987',
  ])('when the submit_url is %s', async (submitUrl) => {
    const { client } = connect(() => json(200, { sid: 'SIDMARK', submit_url: submitUrl }))
    await expectNoSecrets(client.requestTokenToRegisterMSISDN(NUMBER))
    await expectNoSecrets(client.submitToken({ ...CODE, submitUrl }))
  })

  it('when allowSubmitUrl refuses a URL that is made of them, or throws them', async () => {
    const submitUrl = 'https://sidmark.secretmark.example.org/CODEMARK'
    const refusing = connect(undefined, { allowSubmitUrl: () => false })
    const throwing = connect(undefined, {
      allowSubmitUrl: (url) => {
        throw new Error(ECHO + url.href)
      },
    })
    for (const { client } of [refusing, throwing]) {
      const error = await failureOf(client.submitToken({ ...CODE, submitUrl }))
      expect(everythingOf(error).toUpperCase()).not.toMatch(/MARK/)
    }
  })

  it('when a call is given up for them', async () => {
    const signal = AbortSignal.abort(new Error(ECHO))
    const { client } = connect()
    await expectNoSecrets(client.requestTokenToRegisterMSISDN(NUMBER, { signal }))
    await expectNoSecrets(client.submitToken(CODE, { signal }))
  })

  it.each([
    { clientSecret: 'SECRETMARK SIDMARK' },
    { country: 'CODEMARK' },
    { phoneNumber: ['+447700900987'] },
    { sendAttempt: 'SECRETMARK' },
    { nextLink: 'LINKMARK' },
    { idAccessToken: undefined },
  ])('when a parameter is refused: %j', async (wrong) => {
    const { client } = connect()
    const parameters = { ...NUMBER, ...wrong } as unknown as RequestTokenParameters
    await expectNoSecrets(client.requestTokenToRegisterMSISDN(parameters))
  })

  it.each([{ sid: 'SIDMARK SIDMARK' }, { clientSecret: 'SECRETMARK!' }, { token: ['CODEMARK'] }])(
    'when a parameter of submitToken is refused: %j',
    async (wrong) => {
      const { client } = connect()
      await expectNoSecrets(client.submitToken({ ...CODE, ...wrong } as unknown as SubmitTokenParameters))
    },
  )
})
