import { limitExceeded } from '../../src/testing/rules.js'
import { htmlPage, matrixError, type SimulatedAnswer } from '../../src/testing/answers.js'

const yes = (body: unknown): SimulatedAnswer => ({ status: 200, body })

/** What may come back in place of a server's own answer: other servers' refusals, and what makes no sense. */
export const ANSWERS: readonly SimulatedAnswer[] = [
  matrixError(400, 'M_UNKNOWN', 'Error contacting the identity server'),
  matrixError(400, 'M_TOKEN_INCORRECT', 'The code does not match'),
  matrixError(400, 'M_SESSION_EXPIRED', 'This session has expired'),
  matrixError(400, 'M_SESSION_EXPIRED', 'This session has expired'),
  matrixError(400, 'M_NO_VALID_SESSION', 'There is no such session'),
  matrixError(404, 'M_NO_VALID_SESSION', 'There is no such session'),
  matrixError(404, 'M_UNRECOGNIZED', 'Unrecognized request'),
  matrixError(403, 'M_THREEPID_DENIED', 'Not on this server'),
  matrixError(400, 'M_SEND_ERROR', 'The SMS could not be sent'),
  matrixError(403, 'M_TERMS_NOT_SIGNED', 'Please accept our updated terms'),
  matrixError(500, 'M_UNKNOWN', 'Internal server error'),
  limitExceeded(5000),
  limitExceeded(332_865),
  matrixError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: -1 }),
  matrixError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: 1e300 }),
  matrixError(429, 'M_UNKNOWN', 'Limit exceeded for this number'),
  { ...htmlPage(503, 'Busy'), headers: { 'Retry-After': '120' } },
  htmlPage(502, 'Bad Gateway'),
  htmlPage(200, 'Welcome to the Wi-Fi'),
  { status: 302, headers: { Location: '/login' }, body: '' },
  yes(''),
  yes(null),
  yes([]),
  yes({ sid: '' }),
  yes({ sid: 'no spaces please' }),
  yes({ sid: 'somewhere', submit_url: 'javascript:alert(1)' }),
  yes({ sid: 'elsewhere', submit_url: 'https://verify.example.net/submit' }),
  yes({ sid: 'nowhere' }),
  yes({ errcode: 'M_UNKNOWN', sid: 'sid', success: true }),
  yes({ success: true }),
  yes({ success: false }),
  yes({ success: 'true' }),
]

/** Whether it is a yes to a request for an SMS, and with which session ID. */
export function grantedSession({ status, body }: SimulatedAnswer): string | undefined {
  if (status !== 200 || typeof body !== 'object' || body === null) return undefined
  const { sid, submit_url: url, errcode } = body as Record<string, unknown>
  const isSafe = url === undefined || (typeof url === 'string' && url.startsWith('https:'))
  if (errcode !== undefined || !isSafe || typeof sid !== 'string') return undefined
  return /^[\w.=-]+$/.test(sid) ? sid : undefined
}

/** Whether it is a yes to a code. */
export function isProof({ status, body }: SimulatedAnswer): boolean {
  if (status !== 200 || typeof body !== 'object' || body === null) return false
  const { success, errcode } = body as Record<string, unknown>
  return success === true && errcode === undefined
}

/** For how many milliseconds it forbids to ask again, at least. */
export function forbiddenFor({ status, body }: SimulatedAnswer): number {
  if (status !== 429) return 0
  const wait = (body as Record<string, unknown>)['retry_after_ms']
  return typeof wait === 'number' && wait >= 0 ? Math.min(wait, 24 * 3600 * 1000) : 60_000
}
