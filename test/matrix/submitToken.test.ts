import { afterEach, describe, expect, it, vi } from 'vitest'
import { connect, failureOf, json, REQUEST, SUBMISSION } from './server.js'

const yes = () => json(200, { success: true })

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the code', () => {
  it('is posted as JSON to the submit_url and nowhere else', async () => {
    const { client, sent } = connect(yes)
    await client.submitToken(SUBMISSION)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toBe('https://sms.example.org/submit?lang=en')
    expect(sent[0]?.init.method).toBe('POST')
    expect(sent[0]?.headers).toEqual({ 'content-type': 'application/json' })
    expect(sent[0]?.body).toEqual({ sid: 'sid.1', client_secret: REQUEST.clientSecret, token: '012345' })
  })

  it('resolves to nothing when the server takes it', async () => {
    const { client } = connect(yes)
    await expect(client.submitToken(SUBMISSION)).resolves.toBeUndefined()
  })

  it('carries no cookies, no referrer and no access token, and follows no redirect', async () => {
    const { client, sent } = connect(yes, { accessToken: 'syt_token' })
    await client.submitToken(SUBMISSION)
    expect(sent[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    })
    expect(JSON.stringify(sent)).not.toContain('syt_token')
  })

  it('carries nothing of an identity server', async () => {
    const { client, sent } = connect(yes, {
      identityServer: { idServer: 'id.org', idAccessToken: 'is_token' },
    })
    await client.submitToken(SUBMISSION)
    expect(Object.keys(sent[0]?.body as object)).toEqual(['sid', 'client_secret', 'token'])
  })

  it.each(['007', ' 12 34 ', 'ABCdef', '١٢٣', 'x'.repeat(64), 'a"b\\c'])(
    '"%s" is passed on without modification',
    async (token) => {
      const { client, sent } = connect(yes)
      await client.submitToken({ ...SUBMISSION, token })
      expect(sent[0]?.body).toMatchObject({ token })
    },
  )

  it('is sent once, whatever the server says', async () => {
    const { client, sent } = connect(() => json(500, {}))
    await failureOf(client.submitToken(SUBMISSION))
    expect(sent).toHaveLength(1)
  })
})

const REFUSED: [submitUrl: string, reason: RegExp][] = [
  ['javascript:alert(1)', /neither https nor http/],
  ['data:application/json,{"success":true}', /neither https nor http/],
  ['blob:https://matrix.example.org/1', /neither https nor http/],
  ['file:///etc/passwd', /neither https nor http/],
  ['ftp://sms.example.org/', /neither https nor http/],
  ['matrix:u/someone', /neither https nor http/],
  ['https://user:pass@sms.example.org/', /user name or a password/],
  ['https://user@sms.example.org/', /user name or a password/],
  ['https://:pass@sms.example.org/', /user name or a password/],
  ['//user@sms.example.org/', /user name or a password/],
  ['http://sms.example.org/submit', /not encrypted/],
  ['http://192.168.1.5/submit', /not encrypted/],
  ['http://localhost.example.org/submit', /not encrypted/],
  ['http://127.0.0.1.example.org/submit', /not encrypted/],
  ['http://notlocalhost/submit', /not encrypted/],
  ['http://[::2]/submit', /not encrypted/],
  ['https://localhost/submit', /private network/],
  ['https://app.localhost/submit', /private network/],
  ['https://127.1.2.3/submit', /private network/],
  ['https://2130706433/submit', /private network/],
  ['https://0x7f.1/submit', /private network/],
  ['https://0.0.0.0/submit', /private network/],
  ['https://10.0.0.1/submit', /private network/],
  ['https://100.64.0.1/submit', /private network/],
  ['https://169.254.169.254/latest/meta-data', /private network/],
  ['https://172.31.0.1/submit', /private network/],
  ['https://192.168.1.5/submit', /private network/],
  ['https://[::1]/submit', /private network/],
  ['https://[::]/submit', /private network/],
  ['https://[::ffff:10.0.0.1]/submit', /private network/],
  ['https://[fd12::1]/submit', /private network/],
  ['https://[fe80::1]/submit', /private network/],
  ['https://[fe90::1]/submit', /private network/],
  ['https://[febf::1]/submit', /private network/],
  ['https://router/submit', /private network/],
  ['https://printer.local/submit', /private network/],
  ['https://nas.home.arpa./submit', /private network/],
  ['https://', /not a URL/],
  ['https://a b/', /not a URL/],
]

describe('a submit_url that is not safe', () => {
  it.each(REFUSED)('%s gets no code', async (submitUrl, reason) => {
    const { client, sent } = connect(yes)
    const error = await failureOf(client.submitToken({ ...SUBMISSION, submitUrl }))
    expect(error).toMatchObject({ kind: 'unsafe-submit-url', recovery: 'contact', operation: 'submitToken' })
    expect(error.message).toMatch(reason)
    expect(sent).toEqual([])
  })

  it.each(REFUSED)('%s is refused as soon as the server names it', async (submitUrl, reason) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', submit_url: submitUrl }))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'unsafe-submit-url', recovery: 'contact' })
    expect(error.message).toMatch(reason)
  })
})

describe('a submit_url that is safe', () => {
  it.each([
    'https://sms.example.org/submit',
    'https://sms.example.org:8443/a/b?x=1&y=2',
    'https://10.example.org/submit',
    'https://172.32.0.1/submit',
    'https://fd.example.org/submit',
    'https://[2001:db8::1]/submit',
  ])('%s may be on any public host', async (submitUrl) => {
    const { client, sent } = connect(yes)
    await client.submitToken({ ...SUBMISSION, submitUrl })
    expect(sent[0]?.url).toBe(submitUrl)
  })

  it.each([
    ['http://localhost:8008', 'http://localhost:8090/submit'],
    ['http://localhost:8008', 'http://127.0.0.1:8090/submit'],
    ['http://127.0.0.1:8008', 'http://[::1]:8090/submit'],
    ['http://synapse:8008', 'http://sydent:8090/submit'],
    ['https://192.168.1.5', 'http://192.168.1.6/submit'],
    ['https://matrix.home.arpa', 'https://sms.example.org/submit'],
  ])('of a homeserver at %s may be %s', async (baseUrl, submitUrl) => {
    const { client, sent } = connect(yes, { baseUrl })
    await client.submitToken({ ...SUBMISSION, submitUrl })
    expect(sent[0]?.url).toBe(submitUrl)
  })

  it.each(['http:', 'https:'])('may not be http for a page that is %s', async (protocol) => {
    vi.stubGlobal('location', { protocol })
    const { client, sent } = connect(yes)
    await failureOf(client.submitToken({ ...SUBMISSION, submitUrl: 'http://sms.example.org/submit' }))
    expect(sent).toEqual([])
  })

  it('may be http where the app allows it for development', async () => {
    const { client, sent } = connect(yes, { allowInsecure: true })
    await client.submitToken({ ...SUBMISSION, submitUrl: 'http://sms.example.org/submit' })
    expect(sent).toHaveLength(1)
    await failureOf(client.submitToken({ ...SUBMISSION, submitUrl: 'http://192.168.1.5/submit' }))
    expect(sent).toHaveLength(1)
  })

  it.each([
    ['submit', 'https://example.org/matrix/submit'],
    ['/submit', 'https://example.org/submit'],
  ])('%s is resolved against the homeserver, never against the page', async (submitUrl, expected) => {
    vi.stubGlobal('location', { protocol: 'https:', href: 'https://app.example.com/login' })
    const { client, sent } = connect(yes, { baseUrl: 'https://example.org/matrix' })
    await client.submitToken({ ...SUBMISSION, submitUrl })
    expect(sent[0]?.url).toBe(expected)
  })
})

describe('allowSubmitUrl', () => {
  it('restricts the hosts', async () => {
    const { client, sent } = connect(yes, { allowSubmitUrl: ({ host }) => host === 'sms.example.org' })
    await client.submitToken(SUBMISSION)
    const error = await failureOf(client.submitToken({ ...SUBMISSION, submitUrl: 'https://evil.example/' }))
    expect(error).toMatchObject({ kind: 'unsafe-submit-url', recovery: 'contact' })
    expect(error.message).toContain('allowSubmitUrl')
    expect(sent).toHaveLength(1)
  })

  it('is asked about the absolute URL, and only about one that is safe', async () => {
    const asked: string[] = []
    const allowSubmitUrl = (url: URL) => asked.push(url.href) > 0
    const { client } = connect(yes, { allowSubmitUrl })
    await client.submitToken({ ...SUBMISSION, submitUrl: '/submit' })
    await failureOf(client.submitToken({ ...SUBMISSION, submitUrl: 'http://sms.example.org/' }))
    expect(asked).toEqual(['https://matrix.example.org/submit'])
  })

  it.each([1, 'false', {}, [], Promise.resolve(false), Promise.resolve(true), null, undefined])(
    'says no with %s: only true is yes',
    async (answer) => {
      const allowSubmitUrl = () => answer as boolean
      const { client, sent } = connect(yes, { allowSubmitUrl })
      expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ kind: 'unsafe-submit-url' })
      expect(sent).toEqual([])
    },
  )

  it('refuses when it throws', async () => {
    const allowSubmitUrl = () => {
      throw new Error('broken')
    }
    const { client, sent } = connect(yes, { allowSubmitUrl })
    expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ kind: 'unsafe-submit-url' })
    expect(sent).toEqual([])
  })

  it('cannot change where the code goes', async () => {
    const allowSubmitUrl = (url: URL) => {
      url.host = 'elsewhere.example'
      return true
    }
    const { client, sent } = connect(yes, { allowSubmitUrl })
    await client.submitToken(SUBMISSION)
    expect(sent[0]?.url).toBe(SUBMISSION.submitUrl)
  })

  it('is asked when the server names the URL', async () => {
    const { client } = connect(() => json(200, { sid: 'sid.1', submit_url: 'https://evil.example/' }), {
      allowSubmitUrl: () => false,
    })
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'unsafe-submit-url', operation: 'requestTokenToRegisterMSISDN' })
  })
})
