import { describe, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { discoverHomeserver, HomeserverDiscoveryError } from '../../src/matrix/discoverHomeserver.js'
import { formatOriginBoundSms, parseOriginBoundSms } from '../../src/matrix/originBoundSms.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import { connect, json, REQUEST, text } from './server.js'

const SIZE = 100_000

/** What ends a test that would go on for minutes, as work does that grows faster than its text. Milliseconds. */
const PATIENCE = { timeout: 60_000 }

/** What a regular expression that looks twice is slow with. */
const PIECES = [
  '/',
  '\n',
  '\r',
  ' ',
  '(',
  '1',
  'a',
  'A_',
  '1a',
  '.',
  '-',
  '@a #b',
  'a.',
  '<',
  '"',
  '[',
  '{"a":',
  '\u202e',
  '👋',
  '%2e',
]
const ENDS = ['', 'x', '/x', '\n', '!', ' GMT', 'x1', ' (x1', '\nx1']

const texts = PIECES.flatMap((piece) =>
  ENDS.flatMap((end) =>
    ['', 'https://', '+', 'M_'].map((start) => start + piece.repeat(SIZE / piece.length) + end),
  ),
)

/** What works on such a text. */
const WORK: Record<string, (text: string) => unknown> = {
  'a base URL': (baseUrl) => createMatrixClient({ baseUrl }),
  'the path of a base URL': (path) => createMatrixClient({ baseUrl: `https://matrix.example.org/${path}` }),
  'an apiPath': (apiPath) => createMatrixClient({ baseUrl: 'https://matrix.example.org', apiPath }),
  'an SMS': parseOriginBoundSms,
  'the last line of an SMS': (line) => parseOriginBoundSms(`Code\n\n@${line} #1`),
  'the text of an SMS': (sms) => parseOriginBoundSms(`${sms}\n@app.example.org #1`),
  'the text of an SMS to write': (sms) =>
    formatOriginBoundSms({ text: sms, host: 'app.example.org', code: '1' }),
  'the host of an SMS to write': (host) => formatOriginBoundSms({ text: '', host, code: '1' }),
  'the code of an SMS to write': (code) => formatOriginBoundSms({ text: '', host: 'app.example.org', code }),
  'the name of a server': (name) => discoverHomeserver(name, { fetch: () => Promise.resolve(text(404, '')) }),
  'a link': (nextLink) => connect().client.requestTokenToRegisterMSISDN({ ...REQUEST, nextLink }),
  'a number': (phoneNumber) => connect().client.requestTokenToRegisterMSISDN({ ...REQUEST, phoneNumber }),
  'a secret': (clientSecret) => connect().client.requestTokenToRegisterMSISDN({ ...REQUEST, clientSecret }),
  'an access token': (accessToken) =>
    createMatrixClient({ baseUrl: 'https://matrix.example.org', accessToken }),
}

/** The same of a server, which is read up to 64 KiB. */
const ANSWERS: Record<string, (text: string) => Response> = {
  'a body': (body) => text(400, body),
  'an errcode': (errcode) => json(400, { errcode: errcode.slice(0, 60_000) }),
  'an error': (error) => json(400, { errcode: 'M_UNKNOWN', error: error.slice(0, 60_000) }),
  'a sid': (sid) => json(200, { sid: sid.slice(0, 60_000) }),
  'a submit_url': (submit_url) => json(200, { sid: 'sid', submit_url: submit_url.slice(0, 60_000) }),
  'an echo': (msisdn) => json(200, { sid: 'sid', msisdn: msisdn.slice(0, 60_000) }),
  'a wait': (retry_after_ms) => json(429, { retry_after_ms: retry_after_ms.slice(0, 60_000) }),
  'the header of a wait': (wait) =>
    text(429, '', { 'Retry-After': wait.replace(/[^\x20-\x7e]/g, '').slice(0, 60_000) }),
}

/** What comes of it: a value, or an error of ours, which repeats nothing so long. */
async function seeEnd(work: (text: string) => unknown, text: string): Promise<void> {
  try {
    await work(text)
  } catch (error) {
    const ours = [TypeError, PhoneVerificationError, HomeserverDiscoveryError]
    expect(ours.some((known) => error instanceof known)).toBe(true)
    expect((error as Error).message.length).toBeLessThan(500)
  }
}

describe('200 kB are taken, or refused with an error of ours', () => {
  it.each(Object.keys(WORK))('as %s', PATIENCE, async (name) => {
    for (const text of texts) await seeEnd(WORK[name] ?? fail, text)
  })

  it.each(Object.keys(ANSWERS))('as %s of a server', PATIENCE, async (name) => {
    const answer = ANSWERS[name] ?? fail
    const ask = (text: string) => connect(() => answer(text)).client.requestTokenToRegisterMSISDN(REQUEST)
    for (const text of texts) await seeEnd(ask, text)
  })
})

it('the text of an SMS loses all line breaks before its last line, and no other', () => {
  expect(parseOriginBoundSms(`${'\n'.repeat(SIZE)}x\n\n\n@app.example.org #1`)).toEqual({
    text: `${'\n'.repeat(SIZE)}x`,
    host: 'app.example.org',
    code: '1',
  })
})

function fail(): never {
  throw new Error('no such work')
}
