import { describe, expect, it, vi } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { connect, json, REQUEST } from './server.js'

const WIRE = {
  client_secret: REQUEST.clientSecret,
  country: 'GB',
  phone_number: '+447700900001',
  send_attempt: 1,
}

describe('what is sent', () => {
  it.each([
    ['requestTokenToRegisterMSISDN', '/register/msisdn/requestToken'],
    ['requestTokenToResetPasswordMSISDN', '/account/password/msisdn/requestToken'],
    ['requestTokenTo3PIDMSISDN', '/account/3pid/msisdn/requestToken'],
  ] as const)('%s posts JSON in the spelling of the wire', async (operation, path) => {
    const { client, sent } = connect()
    await client[operation](REQUEST)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toBe(`https://matrix.example.org/_matrix/client/v3${path}`)
    expect(sent[0]?.init.method).toBe('POST')
    expect(sent[0]?.headers).toEqual({ 'content-type': 'application/json' })
    expect(sent[0]?.body).toEqual(WIRE)
  })

  it('carries no cookies and no referrer, is not cached, and follows no redirect', async () => {
    const { client, sent } = connect()
    await client.requestTokenToRegisterMSISDN(REQUEST)
    expect(sent[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
    })
  })

  it('never carries the access token', async () => {
    const { client, sent } = connect(undefined, { accessToken: 'syt_token' })
    await client.requestTokenTo3PIDMSISDN(REQUEST)
    expect(sent[0]?.headers).not.toHaveProperty('authorization')
    expect(JSON.stringify(sent)).not.toContain('syt_token')
  })

  it('carries the options that are given', async () => {
    const { client, sent } = connect()
    await client.requestTokenToRegisterMSISDN({
      ...REQUEST,
      nextLink: 'https://app.example.org/done?x=1',
      idServer: 'id.example.org:8448',
      idAccessToken: 'abc',
    })
    expect(sent[0]?.body).toEqual({
      ...WIRE,
      next_link: 'https://app.example.org/done?x=1',
      id_server: 'id.example.org:8448',
      id_access_token: 'abc',
    })
  })

  it('leaves out options that are undefined', async () => {
    const { client, sent } = connect()
    const absent = { nextLink: undefined, idServer: undefined, idAccessToken: undefined }
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, ...absent })
    expect(Object.keys(sent[0]?.body as object)).toEqual(Object.keys(WIRE))
  })

  it('leaves out what is no parameter', async () => {
    const { client, sent } = connect()
    const more = { ...REQUEST, display: '+44 7700 900001', auth: null }
    await client.requestTokenToRegisterMSISDN(more)
    expect(sent[0]?.body).toEqual(WIRE)
  })

  it('sends the attempt as a number and the phone number as text', async () => {
    const { client, sent } = connect()
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, sendAttempt: 7 })
    expect(sent[0]?.body).toMatchObject({ send_attempt: 7, phone_number: '+447700900001' })
  })

  it('takes the longest client secret and the shortest', async () => {
    const { client, sent } = connect()
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, clientSecret: 'x'.repeat(255) })
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, clientSecret: '=' })
    expect(sent).toHaveLength(2)
  })

  it('goes out once, whatever the server says', async () => {
    const { client, sent } = connect(() => json(500, { errcode: 'M_UNKNOWN' }))
    await client.requestTokenToRegisterMSISDN(REQUEST).catch(() => null)
    expect(sent).toHaveLength(1)
  })
})

describe('the platform’s fetch', () => {
  it('is looked up at the time of the call, and called as the global’s own', async () => {
    const { requestTokenToRegisterMSISDN } = createMatrixClient({ baseUrl: 'https://matrix.example.org' })
    const replacement = vi.fn(() => Promise.resolve(json(200, { sid: 'sid.1' })))
    vi.stubGlobal('fetch', replacement)
    expect(await requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
    expect(replacement.mock.contexts[0]).toBe(globalThis)
    vi.unstubAllGlobals()
  })
})

describe('the identity server', () => {
  const identityServer = { idServer: 'id.example.org', idAccessToken: 'abc' }

  it('of the client goes into every requestToken call', async () => {
    const { client, sent } = connect(undefined, { identityServer })
    await client.requestTokenToResetPasswordMSISDN(REQUEST)
    expect(sent[0]?.body).toEqual({ ...WIRE, id_server: 'id.example.org', id_access_token: 'abc' })
  })

  it('of the client is there also beside options that are undefined', async () => {
    const { client, sent } = connect(undefined, { identityServer })
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, idServer: undefined, idAccessToken: undefined })
    expect(sent[0]?.body).toMatchObject({ id_server: 'id.example.org', id_access_token: 'abc' })
  })

  it('of a call stands in for the client’s', async () => {
    const { client, sent } = connect(undefined, { identityServer })
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, idServer: 'other.org', idAccessToken: 'xyz' })
    expect(sent[0]?.body).toMatchObject({ id_server: 'other.org', id_access_token: 'xyz' })
  })

  it('of a call never gets the access token of the client’s', async () => {
    const { client, sent } = connect(undefined, { identityServer })
    await expect(
      client.requestTokenToRegisterMSISDN({ ...REQUEST, idServer: 'evil.example' }),
    ).rejects.toThrow(/idServer and idAccessToken/)
    expect(sent).toEqual([])
  })

  it('needs both of its fields', () => {
    const baseUrl = 'https://matrix.example.org'
    // @ts-expect-error one without the other
    expect(() => createMatrixClient({ baseUrl, identityServer: { idServer: 'id.org' } })).toThrow(TypeError)
    // @ts-expect-error one without the other
    expect(() => createMatrixClient({ baseUrl, identityServer: { idAccessToken: 'abc' } })).toThrow(TypeError)
    const empty = { idServer: 'id.org', idAccessToken: '' }
    expect(() => createMatrixClient({ baseUrl, identityServer: empty })).toThrow(/idServer and idAccessToken/)
  })
})

describe('a good answer', () => {
  it('is translated', async () => {
    const { client } = connect(() =>
      json(200, {
        sid: '1234567',
        submit_url: 'https://sms.example.org/submit',
        msisdn: '447700900001',
        intl_fmt: '+44 7700 900001',
        success: true,
      }),
    )
    expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({
      sid: '1234567',
      submitUrl: 'https://sms.example.org/submit',
      msisdn: '447700900001',
      intlFmt: '+44 7700 900001',
    })
  })

  it('has only a sid where the code is not typed here', async () => {
    const { client } = connect(() => json(200, { sid: 'x'.repeat(255) }))
    expect(Object.keys(await client.requestTokenToRegisterMSISDN(REQUEST))).toEqual(['sid'])
  })

  it.each([null, 447700900001, {}, [], true])(
    'keeps its sid when the echo of the number is %j',
    async (echo) => {
      const { client } = connect(() => json(200, { sid: 'sid.1', msisdn: echo, intl_fmt: echo }))
      expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
    },
  )

  it.each([201, 202])('may have status %i', async (status) => {
    const { client } = connect(() => json(status, { sid: 'sid.1' }))
    expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
  })

  it('counts whatever its Content-Type says', async () => {
    const { client } = connect(() => json(200, { sid: 'sid.1' }, { 'Content-Type': 'text/html' }))
    expect(await client.requestTokenToRegisterMSISDN(REQUEST)).toEqual({ sid: 'sid.1' })
  })
})
