import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RequestTokenParameters, SubmitTokenParameters } from '../../src/matrix/parameters.js'
import { connect, failureOf, REQUEST, REQUEST_OPERATIONS, SUBMISSION } from './server.js'

const SECRET_RULE = /^\w+ was not sent: clientSecret must be 1 to 255 characters of \[0-9a-zA-Z.=_-\]/
const COUNTRY_RULE = /country must be two uppercase letters/
const ATTEMPT_RULE = /sendAttempt must be a positive integer/
const NUMBER_RULE = /phoneNumber must be a string that is not empty/
const LINK_RULE = /nextLink must be an absolute URL/
const ID_SERVER_RULE = /idServer and idAccessToken must be given together/

const REFUSED: [field: string, value: unknown, rule: RegExp][] = [
  ['clientSecret', '', SECRET_RULE],
  ['clientSecret', 'x'.repeat(256), SECRET_RULE],
  ['clientSecret', 'with space', SECRET_RULE],
  ['clientSecret', 'sécret', SECRET_RULE],
  ['clientSecret', 'a/b', SECRET_RULE],
  ['clientSecret', 'trailing\n', SECRET_RULE],
  ['clientSecret', 12345678, SECRET_RULE],
  ['clientSecret', undefined, SECRET_RULE],
  ['clientSecret', null, SECRET_RULE],
  ['country', 'gb', COUNTRY_RULE],
  ['country', 'Gb', COUNTRY_RULE],
  ['country', 'GBR', COUNTRY_RULE],
  ['country', 'G', COUNTRY_RULE],
  ['country', '001', COUNTRY_RULE],
  ['country', 'GB ', COUNTRY_RULE],
  ['country', 'ÄÖ', COUNTRY_RULE],
  ['country', '', COUNTRY_RULE],
  ['country', undefined, COUNTRY_RULE],
  ['sendAttempt', 0, ATTEMPT_RULE],
  ['sendAttempt', -1, ATTEMPT_RULE],
  ['sendAttempt', 1.5, ATTEMPT_RULE],
  ['sendAttempt', '1', ATTEMPT_RULE],
  ['sendAttempt', Number.NaN, ATTEMPT_RULE],
  ['sendAttempt', Number.POSITIVE_INFINITY, ATTEMPT_RULE],
  ['sendAttempt', 2 ** 53, ATTEMPT_RULE],
  ['sendAttempt', undefined, ATTEMPT_RULE],
  ['phoneNumber', '', NUMBER_RULE],
  ['phoneNumber', 447700900001, NUMBER_RULE],
  ['phoneNumber', undefined, NUMBER_RULE],
  ['nextLink', 'not a url', LINK_RULE],
  ['nextLink', '/relative', LINK_RULE],
  ['nextLink', '', LINK_RULE],
  ['nextLink', 'javascript:alert(1)', LINK_RULE],
  ['nextLink', 'data:text/html,hello', LINK_RULE],
  ['nextLink', 'http://app.example.org/', LINK_RULE],
  ['nextLink', 'https://good.example@evil.example/', LINK_RULE],
  ['nextLink', 'https://:word@evil.example/', LINK_RULE],
  ['nextLink', 42, LINK_RULE],
  ['idServer', 'id.example.org', ID_SERVER_RULE],
  ['idAccessToken', 'abc', ID_SERVER_RULE],
]

describe.each(REQUEST_OPERATIONS)('%s', (operation) => {
  it.each(REFUSED)('sends nothing for %s %j, and says why', async (field, value, rule) => {
    const { client, sent } = connect()
    const parameters = { ...REQUEST, [field]: value } as RequestTokenParameters
    const error = await failureOf(client[operation](parameters))
    expect(sent).toEqual([])
    expect(error.message).toMatch(rule)
    expect(error.message.startsWith(operation)).toBe(true)
    expect(error.operation).toBe(operation)
    expect(error.status).toBeUndefined()
  })
})

it.each([
  { idServer: '', idAccessToken: '' },
  { idServer: 'id.example.org', idAccessToken: '' },
  { idServer: '', idAccessToken: 'abc' },
])('an identity server with an empty field is refused: %j', async (identityServer) => {
  const { client, sent } = connect()
  const error = await failureOf(client.requestTokenToRegisterMSISDN({ ...REQUEST, ...identityServer }))
  expect(error.message).toMatch(ID_SERVER_RULE)
  expect(sent).toEqual([])
})

it.each([
  ['phoneNumber', '', 'invalid-number', 'edit-number'],
  ['country', 'gb', 'invalid-number', 'edit-number'],
  ['clientSecret', '', 'invalid-request', 'none'],
  ['sendAttempt', 0, 'invalid-request', 'none'],
])(
  'a wrong %s (%j) is %s: the person can or cannot do something about it',
  async (field, value, kind, recovery) => {
    const { client } = connect()
    const parameters = { ...REQUEST, [field]: value } as RequestTokenParameters
    expect(await failureOf(client.requestTokenToRegisterMSISDN(parameters))).toMatchObject({ kind, recovery })
  },
)

it.each([[undefined], [null], [42], ['text'], [[]]])('parameters %j are refused', async (parameters) => {
  const { client, sent } = connect()
  await failureOf(client.requestTokenToRegisterMSISDN(parameters as unknown as RequestTokenParameters))
  await failureOf(client.submitToken(parameters as unknown as SubmitTokenParameters))
  expect(sent).toEqual([])
})

describe('submitToken', () => {
  it.each([
    ['sid', '', /sid must be 1 to 255 characters/],
    ['sid', 'x'.repeat(256), /sid must be 1 to 255 characters/],
    ['sid', 'a b', /sid must be 1 to 255 characters/],
    ['sid', 42, /sid must be 1 to 255 characters/],
    ['clientSecret', '', SECRET_RULE],
    ['clientSecret', 'x'.repeat(256), SECRET_RULE],
    ['token', '', /token must be a string that is not empty/],
    ['token', 123456, /token must be a string that is not empty/],
    ['submitUrl', '', /submitUrl must be a string that is not empty/],
    ['submitUrl', undefined, /submitUrl must be a string that is not empty/],
  ])('sends nothing for %s %j, and says why', async (field, value, rule) => {
    const { client, sent } = connect()
    const parameters = { ...SUBMISSION, [field]: value }
    const error = await failureOf(client.submitToken(parameters))
    expect(sent).toEqual([])
    expect(error).toMatchObject({ kind: 'invalid-request', recovery: 'none', operation: 'submitToken' })
    expect(error.message).toMatch(rule)
  })
})

describe('nextLink', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['http:', 'http://localhost:3000/verified', true],
    ['app:', 'app://client/verified', true],
    ['app:', 'https://app.example.org/verified', true],
    ['https:', 'http://app.example.org/verified', false],
    ['http:', 'http://good.example@evil.example/', false],
    ['app:', 'javascript:alert(1)', false],
  ])('on a page of %s %s is sent: %s', async (protocol, nextLink, isSent) => {
    vi.stubGlobal('location', { protocol })
    const { client, sent } = connect()
    await client.requestTokenToRegisterMSISDN({ ...REQUEST, nextLink }).catch(() => undefined)
    expect(sent.map(({ body }) => (body as { next_link: string }).next_link)).toEqual(
      isSent ? [nextLink] : [],
    )
  })
})
