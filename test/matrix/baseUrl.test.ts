import { describe, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { connect, json, REQUEST } from './server.js'

const PATH = '/register/msisdn/requestToken'

async function addressOf(baseUrl: string, apiPath?: string): Promise<string | undefined> {
  const { client, sent } = connect(undefined, { baseUrl, apiPath })
  await client.requestTokenToRegisterMSISDN(REQUEST)
  return sent[0]?.url
}

describe('the address of a call', () => {
  it.each([
    ['https://matrix.example.org', 'https://matrix.example.org'],
    ['https://matrix.example.org/', 'https://matrix.example.org'],
    ['https://matrix.example.org//', 'https://matrix.example.org'],
    ['https://example.org/matrix', 'https://example.org/matrix'],
    ['https://example.org/matrix/', 'https://example.org/matrix'],
    ['https://example.org/a/b//', 'https://example.org/a/b'],
    ['HTTPS://EXAMPLE.org:8448/x', 'https://example.org:8448/x'],
    ['http://localhost:8008', 'http://localhost:8008'],
    ['http://[::1]:8008/', 'http://[::1]:8008'],
    ['https://example.org/?a=b#c', 'https://example.org'],
  ])('keeps the base URL %s whole', async (baseUrl, expected) => {
    expect(await addressOf(baseUrl)).toBe(`${expected}/_matrix/client/v3${PATH}`)
  })

  it.each([
    ['/_matrix/client/v3', '/_matrix/client/v3'],
    ['_matrix/client/v3', '/_matrix/client/v3'],
    ['/_matrix/client/v3/', '/_matrix/client/v3'],
    ['/_matrix/client/r0', '/_matrix/client/r0'],
    ['_matrix/client/r0/', '/_matrix/client/r0'],
    ['/_api/client/v3', '/_api/client/v3'],
    ['_api/client/v3//', '/_api/client/v3'],
    ['//_api/client/v3', '/_api/client/v3'],
    ['/', ''],
    ['', ''],
  ])('joins the prefix "%s"', async (apiPath, expected) => {
    expect(await addressOf('https://example.org', apiPath)).toBe(`https://example.org${expected}${PATH}`)
    expect(await addressOf('https://example.org/m/', apiPath)).toBe(`https://example.org/m${expected}${PATH}`)
  })

  it('is the same for every spelling of the same server', () => {
    const { client } = connect(undefined, { baseUrl: 'https://EXAMPLE.org/', apiPath: '_matrix/client/v3/' })
    expect(client.baseUrl).toBe('https://example.org')
    expect(client.apiPath).toBe('/_matrix/client/v3')
  })
})

describe('a relative submit_url', () => {
  it.each([
    ['submit', 'https://example.org/matrix/submit'],
    ['./submit?x=1', 'https://example.org/matrix/submit?x=1'],
    ['/_matrix/submit', 'https://example.org/_matrix/submit'],
    ['//sms.example.org/submit', 'https://sms.example.org/submit'],
  ])('%s is resolved against the homeserver', async (submitUrl, expected) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', submit_url: submitUrl }), {
      baseUrl: 'https://example.org/matrix/',
    })
    expect((await client.requestTokenToRegisterMSISDN(REQUEST)).submitUrl).toBe(expected)
  })
})

describe('a base URL that cannot be called', () => {
  it.each([
    '',
    '/',
    'matrix.example.org',
    'localhost:8008',
    '//example.org',
    './_matrix',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://',
  ])('%s is refused at once, with what to write instead', (baseUrl) => {
    expect(() => createMatrixClient({ baseUrl })).toThrow(TypeError)
    expect(() => createMatrixClient({ baseUrl })).toThrow(/baseUrl must be an absolute http or https URL/)
  })

  it('is refused also when it is missing', () => {
    // @ts-expect-error no baseUrl
    expect(() => createMatrixClient({})).toThrow(TypeError)
  })
})
