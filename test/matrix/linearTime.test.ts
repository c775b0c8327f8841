import { describe, expect, it } from 'vitest'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { formatOriginBoundSms, parseOriginBoundSms } from '../../src/matrix/originBoundSms.js'
import { connect, json, REQUEST, text } from './server.js'

const SIZE = 200_000

/**
 * What 200 kB may take: a tenth of a second is promised. The test lets ten times that pass, because it shares its machine,
 * and is still far below what anything quadratic takes.
 */
const MOST_MILLISECONDS = 1000

/** What a regular expression that looks twice is slow with. */
const PIECES = [
  '/',
  '\n',
  '\r',
  ' ',
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
const ENDS = ['', 'x', '/x', '\n', '!', ' GMT']

const texts = PIECES.flatMap((piece) =>
  ENDS.flatMap((end) =>
    ['', 'https://', '+', 'M_'].map((start) => start + piece.repeat(SIZE / piece.length) + end),
  ),
)

/** What works on such a text. What it answers, and whether it throws, is another test's question. */
const WORK: Record<string, (text: string) => unknown> = {
  'a base URL': (baseUrl) => createMatrixClient({ baseUrl }),
  'the path of a base URL': (path) => createMatrixClient({ baseUrl: `https://matrix.example.org/${path}` }),
  'an apiPath': (apiPath) => createMatrixClient({ baseUrl: 'https://matrix.example.org', apiPath }),
  'an SMS': parseOriginBoundSms,
  'the last line of an SMS': (line) => parseOriginBoundSms(`Code\n\n@${line} #1`),
  'the text of an SMS': (sms) => formatOriginBoundSms({ text: sms, host: 'app.example.org', code: '1' }),
  'the host of an SMS': (host) => formatOriginBoundSms({ text: '', host, code: '1' }),
  'the code of an SMS': (code) => formatOriginBoundSms({ text: '', host: 'app.example.org', code }),
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
}

async function slowestOf(work: (text: string) => unknown): Promise<number> {
  let slowest = 0
  for (const text of texts) {
    const start = performance.now()
    try {
      await work(text)
    } catch {
      // It was refused, which takes time as well.
    }
    slowest = Math.max(slowest, performance.now() - start)
  }
  return slowest
}

describe('200 kB take no time to speak of', () => {
  it.each(Object.keys(WORK))('as %s', { timeout: 60_000 }, async (name) => {
    expect(await slowestOf(WORK[name] ?? fail)).toBeLessThan(MOST_MILLISECONDS)
  })

  it.each(Object.keys(ANSWERS))('as %s of a server', { timeout: 60_000 }, async (name) => {
    const answer = ANSWERS[name] ?? fail
    const ask = (text: string) => connect(() => answer(text)).client.requestTokenToRegisterMSISDN(REQUEST)
    expect(await slowestOf(ask)).toBeLessThan(MOST_MILLISECONDS)
  })
})

function fail(): never {
  throw new Error('no such work')
}
