import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MatrixClient } from '../../src/matrix/createMatrixClient.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import { connect, opaqueRedirect, REQUEST, REQUEST_OPERATIONS, SUBMISSION } from './server.js'

const NOW = Date.UTC(2026, 10, 21)
const DAY = 24 * 60 * 60 * 1000

/** All that a server's answer can be to a person. */
const KINDS = [
  'invalid-number',
  'country-unsupported',
  'number-denied',
  'number-in-use',
  'number-not-found',
  'rate-limited',
  'code-incorrect',
  'code-expired',
  'session-lost',
  'terms-required',
  'server-not-trusted',
  'not-supported',
  'sms-failed',
  'server-error',
  'bad-response',
  'offline',
  'timeout',
  'unsafe-submit-url',
  // Of what the caller gave, not of an answer
  'invalid-request',
]

/** What was sent, which any server may repeat. */
const SECRETS = [REQUEST.clientSecret, REQUEST.phoneNumber.slice(1), SUBMISSION.token, SUBMISSION.sid]

const RECOVERIES =
  /^(edit-number|sign-in|sign-up|wait|retype-code|resend|restart|accept-terms|contact|retry|none)$/

const errcode = fc.oneof(
  fc.constantFrom(
    'M_UNKNOWN',
    'M_LIMIT_EXCEEDED',
    'M_INVALID_PARAM',
    'M_THREEPID_IN_USE',
    'M_THREEPID_DENIED',
    'M_NO_VALID_SESSION',
    'M_SESSION_EXPIRED',
    'M_UNRECOGNIZED',
    '__proto__',
    'constructor',
    'toString',
  ),
  fc.string(),
  fc.jsonValue(),
  fc.constantFrom(...SECRETS.map((secret) => `M_${secret}`)),
)

const echo = fc.constantFrom(...SECRETS, SECRETS.join(' '))

/** Every script, control characters, halves of surrogate pairs; and long. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc
    .tuple(fc.constantFrom('1', 'a', '/', ' ', '\u202e', '😀'), fc.integer({ min: 1, max: 70_000 }))
    .map(([piece, length]) => piece.repeat(length)),
)

const field = fc.oneof(fc.string(), anyText, fc.double(), fc.integer(), fc.jsonValue(), echo)

const answer = fc.record(
  {
    sid: fc.oneof(fc.stringMatching(/^[0-9a-zA-Z.=_-]{1,10}$/), field),
    submit_url: fc.oneof(fc.webUrl({ validSchemes: ['https', 'http', 'ftp'] }), field),
    success: fc.oneof(fc.boolean(), field),
    errcode,
    error: fc.oneof(fc.constantFrom('Unable to parse phone number', 'Third party identifier'), field),
    retry_after_ms: field,
    msisdn: field,
    intl_fmt: field,
  },
  { requiredKeys: [] },
)

const body = fc.oneof(
  { weight: 3, arbitrary: answer.map((value) => JSON.stringify(value)) },
  fc.json(),
  fc.string(),
  fc.constantFrom('', 'null', '<html></html>', '{"sid": "sid.1"', '{"__proto__": {"errcode": "M_UNKNOWN"}}'),
)

const headerValue = fc.oneof(
  fc.stringMatching(/^[ -~]{0,20}$/),
  fc.double().map(String),
  fc.integer().map(String),
  fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  echo,
)

const headers = fc.dictionary(fc.constantFrom('Retry-After', 'Date', 'Content-Type', 'Location'), headerValue)

const status = fc.oneof(
  fc.constantFrom(200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 405, 429, 500, 501, 502, 503),
  fc.integer({ min: 200, max: 599 }),
)

const HAS_NO_BODY = new Set([204, 205, 304])

const server = fc.oneof(
  {
    weight: 30,
    arbitrary: fc
      .record({ status, headers, body })
      .map((told) => () => new Response(HAS_NO_BODY.has(told.status) ? null : told.body, told)),
  },
  fc.constant(opaqueRedirect),
  fc.anything().map((thrown) => () => {
    throw thrown
  }),
)

function call(client: MatrixClient, operation: (typeof REQUEST_OPERATIONS)[number] | 'submitToken') {
  return operation === 'submitToken' ? client.submitToken(SUBMISSION) : client[operation](REQUEST)
}

function expectOurError(error: unknown): void {
  if (!(error instanceof PhoneVerificationError)) throw new Error(`not ours: ${String(error)}`)
  expect(KINDS).toContain(error.kind)
  expect(error.recovery).toMatch(RECOVERIES)
  expect(error.message).toMatch(/\S/)
  expect(error.cause).toBeUndefined()
  const everything = `${error.stack ?? ''}${JSON.stringify(error)}`
  for (const secret of SECRETS) expect(everything).not.toContain(secret)
  if (error.kind !== 'rate-limited') {
    expect(error.retryAt).toBeUndefined()
    return
  }
  expect(error.recovery).toBe('wait')
  expect(error.retryAt).toBeGreaterThanOrEqual(NOW)
  expect(error.retryAt).toBeLessThanOrEqual(NOW + DAY)
}

function expectValid(result: unknown): void {
  if (result === undefined) return
  const { sid, submitUrl, msisdn, intlFmt, ...more } = result as Record<string, unknown>
  expect(sid).toMatch(/^[0-9a-zA-Z.=_-]{1,255}$/)
  if (submitUrl !== undefined) expect(submitUrl).toMatch(/^https:\/\/|^http:\/\/(localhost|127\.|\[::1])/)
  expect(['string', 'undefined']).toContain(typeof msisdn)
  expect(['string', 'undefined']).toContain(typeof intlFmt)
  expect(more).toEqual({})
}

it('whatever a server answers, every call gives a valid result or an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(server, async (answers) => {
      for (const operation of [...REQUEST_OPERATIONS, 'submitToken'] as const) {
        const { client, sent } = connect(answers, { now: () => NOW })
        await call(client, operation).then(expectValid, expectOurError)
        expect(sent).toHaveLength(1)
      }
    }),
    { numRuns: 2600 },
  )
}, 60_000)

/** Mostly this one, or the call would be refused before it is sent. */
const mostly = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.oneof({ weight: 30, arbitrary }, field)

const identityServer = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ idServer: fc.domain(), idAccessToken: fc.constant('abc') }) },
  fc.record({ idServer: field, idAccessToken: field }, { requiredKeys: [] }),
)

it('whatever parameters it gets, a call sends something valid or gives an error of ours', async () => {
  const numRuns = 1500
  const parameters = fc.record(
    {
      clientSecret: mostly(fc.stringMatching(/^[0-9a-zA-Z.=_-]{1,255}$/)),
      country: mostly(fc.constantFrom('GB', 'US', 'DE')),
      phoneNumber: mostly(fc.stringMatching(/^\+[1-9]\d{6,14}$/)),
      sendAttempt: mostly(fc.integer({ min: 1 })),
      nextLink: mostly(fc.webUrl({ validSchemes: ['https'] })),
    },
    { requiredKeys: ['clientSecret', 'country', 'phoneNumber', 'sendAttempt'] },
  )
  let sentAll = 0
  await fc.assert(
    fc.asyncProperty(parameters, identityServer, async (given, named) => {
      const { client, sent } = connect()
      const outcome = client.requestTokenToRegisterMSISDN({ ...given, ...named } as typeof REQUEST)
      await outcome.then(expectValid, expectOurError)
      sentAll += sent.length
      for (const { body: wire } of sent) {
        expect(wire).toMatchObject({
          client_secret: expect.stringMatching(/^[0-9a-zA-Z.=_-]{1,255}$/) as string,
          country: expect.stringMatching(/^[A-Z]{2}$/) as string,
          phone_number: expect.stringMatching(/^[^]+$/) as string,
        })
        expect((wire as { send_attempt: number }).send_attempt).toBeGreaterThan(0)
        expect('id_server' in (wire as object)).toBe('id_access_token' in (wire as object))
      }
    }),
    { numRuns },
  )
  expect(sentAll).toBeGreaterThan(numRuns / 2)
}, 60_000)
