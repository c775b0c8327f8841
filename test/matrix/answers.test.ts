import { describe, expect, it } from 'vitest'
import {
  connect,
  failureOf,
  json,
  opaqueRedirect,
  REQUEST,
  REQUEST_OPERATIONS,
  SUBMISSION,
  text,
} from './server.js'

const HTML = '<!DOCTYPE html><html><head><title>Bad Gateway</title></head><body>nginx</body></html>'

const NO_ANSWER: [name: string, answer: () => Response][] = [
  ['an empty body', () => text(200, '')],
  ['no content', () => text(204, null)],
  ['HTML', () => text(200, HTML, { 'Content-Type': 'text/html' })],
  ['HTML that says it is JSON', () => text(200, HTML, { 'Content-Type': 'application/json' })],
  ['half a JSON', () => text(200, '{"sid": "sid')],
  ['null', () => json(200, null)],
  ['true', () => json(200, true)],
  ['a string', () => json(200, 'sid')],
  ['a number', () => json(200, 42)],
  ['an array', () => json(200, [])],
  ['an array of answers', () => json(200, [{ sid: 'sid.1', success: true }])],
  ['an empty object', () => json(200, {})],
]

describe.each(REQUEST_OPERATIONS)('%s', (operation) => {
  it.each([
    ...NO_ANSWER,
    ['a sid that is empty', () => json(200, { sid: '' })],
    ['a sid that is null', () => json(200, { sid: null })],
    ['a sid that is a number', () => json(200, { sid: 1234567 })],
    ['a sid that is an object', () => json(200, { sid: { sid: 'sid.1' } })],
    ['a sid of 256 characters', () => json(200, { sid: 'x'.repeat(256) })],
    ['a sid with a space', () => json(200, { sid: 'sid 1' })],
    ['a sid with a slash', () => json(200, { sid: '../sid' })],
    ['a sid that ends its line', () => json(200, { sid: 'sid.1\n' })],
    ['a submit_url that is a number', () => json(200, { sid: 'sid.1', submit_url: 42 })],
    ['a submit_url that is empty', () => json(200, { sid: 'sid.1', submit_url: '' })],
    ['a submit_url that is an object', () => json(200, { sid: 'sid.1', submit_url: {} })],
  ] as const)('reports %s as a broken answer', async (_, answer) => {
    const { client } = connect(answer)
    const error = await failureOf(client[operation](REQUEST))
    expect(error).toMatchObject({
      kind: 'bad-response',
      recovery: 'retry',
      operation,
      status: answer().status,
    })
    expect(error.message).toContain(operation)
  })

  it('reports a 200 with an errcode as that refusal', async () => {
    const { client } = connect(() => json(200, { sid: 'sid.1', errcode: 'M_THREEPID_DENIED' }))
    const error = await failureOf(client[operation](REQUEST))
    expect(error).toMatchObject({ kind: 'number-denied', status: 200, errcode: 'M_THREEPID_DENIED' })
  })
})

describe('submitToken', () => {
  it.each([
    ...NO_ANSWER,
    ['success as text', () => json(200, { success: 'true' })],
    ['success as a number', () => json(200, { success: 1 })],
    ['success as null', () => json(200, { success: null })],
    ['a sid instead', () => json(200, { sid: 'sid.1' })],
  ] as const)('does not take %s for a yes', async (_, answer) => {
    const { client } = connect(answer)
    const error = await failureOf(client.submitToken(SUBMISSION))
    expect(error).toMatchObject({ kind: 'bad-response', recovery: 'retry', operation: 'submitToken' })
  })

  it('does not take success beside an errcode for a yes', async () => {
    const { client } = connect(() => json(200, { success: true, errcode: 'M_SESSION_EXPIRED' }))
    const error = await failureOf(client.submitToken(SUBMISSION))
    expect(error).toMatchObject({ kind: 'code-expired', recovery: 'resend' })
  })
})

describe('an errcode', () => {
  it.each([
    '',
    'with spaces in it',
    `M_${'X'.repeat(63)}`,
    'M_UNKNOWN<script>',
    'M-UNKNOWN',
    'K7P2QX',
    'M_447_700_900_123',
  ])('of another shape, "%s", is a refusal but is not repeated', async (errcode) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', errcode }))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'bad-response', status: 200, errcode: undefined })
  })

  it.each([[42], [null], [{}], [['M_UNKNOWN']], [true]])('that is no text, %j, is none', async (errcode) => {
    const { client } = connect(() => json(400, { errcode, error: errcode }))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'bad-response', status: 400, errcode: undefined })
  })

  it.each([[42], [null], [{}]])('that is no text, %j, is a refusal also beside a sid', async (errcode) => {
    const { client } = connect(() => json(200, { sid: 'sid.1', errcode }))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'bad-response', status: 200, errcode: undefined })
  })

  it.each(['ORG.EXAMPLE.QUOTA_7', 'M_SECRET', 'SECRET_M_UNKNOWN', 'M_UNKNOWN_M_UNKNOWN'])(
    'that nobody knows, %s, is another errcode, and is not repeated',
    async (errcode) => {
      const { client } = connect(() => json(400, { errcode }))
      const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
      expect(error).toMatchObject({ kind: 'server-error', errcode: undefined })
      expect(error.message).toContain('HTTP 400 and another errcode')
      expect(`${error.stack ?? ''}${JSON.stringify(error)}`).not.toContain(errcode)
    },
  )
})

describe('a page of a proxy', () => {
  it.each([
    ['requestTokenToRegisterMSISDN', 500, 'server-error', 'retry'],
    ['requestTokenToRegisterMSISDN', 502, 'server-error', 'retry'],
    ['requestTokenToRegisterMSISDN', 503, 'server-error', 'retry'],
    ['requestTokenToRegisterMSISDN', 504, 'server-error', 'retry'],
    ['requestTokenToRegisterMSISDN', 404, 'not-supported', 'none'],
    ['requestTokenToResetPasswordMSISDN', 404, 'not-supported', 'none'],
    ['requestTokenTo3PIDMSISDN', 405, 'not-supported', 'none'],
    ['requestTokenTo3PIDMSISDN', 501, 'not-supported', 'none'],
    ['requestTokenToRegisterMSISDN', 400, 'bad-response', 'retry'],
    ['requestTokenToRegisterMSISDN', 403, 'bad-response', 'retry'],
    ['requestTokenToRegisterMSISDN', 413, 'bad-response', 'retry'],
    ['submitToken', 502, 'server-error', 'retry'],
    ['submitToken', 503, 'server-error', 'retry'],
    ['submitToken', 504, 'server-error', 'retry'],
    ['submitToken', 404, 'bad-response', 'retry'],
    ['submitToken', 403, 'bad-response', 'retry'],
  ] as const)('%s: HTML with status %i is %s', async (operation, status, kind, recovery) => {
    const { client } = connect(() => text(status, HTML, { 'Content-Type': 'text/html' }))
    const error = await failureOf(
      operation === 'submitToken' ? client.submitToken(SUBMISSION) : client[operation](REQUEST),
    )
    expect(error).toMatchObject({ kind, recovery, operation, status, errcode: undefined })
  })

  it.each([[null], [[]], ['text'], [42]])('with a JSON %j and status 502 is a server error', async (body) => {
    const { client } = connect(() => json(502, body))
    const error = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    expect(error).toMatchObject({ kind: 'server-error', status: 502 })
  })
})

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])(
    'with status %i is a broken answer and nothing follows it',
    async (status) => {
      const location = { Location: 'https://elsewhere.example/' }
      const { client, sent } = connect(() => json(status, { sid: 'sid.1', success: true }, location))
      const asked = await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
      const submitted = await failureOf(client.submitToken(SUBMISSION))
      expect(asked).toMatchObject({ kind: 'bad-response', recovery: 'retry', status })
      expect(submitted).toMatchObject({ kind: 'bad-response', recovery: 'retry', status })
      expect(sent.map(({ init }) => init.redirect)).toEqual(['manual', 'manual'])
    },
  )

  it('as a browser hides it is a broken answer', async () => {
    const { client } = connect(opaqueRedirect)
    expect(await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))).toMatchObject({
      kind: 'bad-response',
    })
    expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ kind: 'bad-response' })
  })
})

it('a stand-in for fetch that answers with next to nothing is an error of ours', async () => {
  for (const answer of [{ status: 429, text: () => '' }, { status: 200 }, {}, null, undefined, 42, 'text']) {
    const { client } = connect(() => answer as unknown as Response)
    await failureOf(client.requestTokenToRegisterMSISDN(REQUEST))
    await failureOf(client.submitToken(SUBMISSION))
  }
})
