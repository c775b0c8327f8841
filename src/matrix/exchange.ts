import { PhoneVerificationError, type Operation } from './PhoneVerificationError.js'
import { readKind } from './readError.js'
import { readRetryAt } from './retryAfter.js'

/** What an exchange with a server needs from the client that holds it. */
export interface Surroundings {
  fetch: typeof fetch
  /** Milliseconds until an exchange is given up. */
  timeout: number
  /** Epoch milliseconds. */
  now: () => number
}

/** One POST of JSON. */
export interface Post {
  operation: Operation
  url: string
  body: Record<string, unknown>
  signal?: AbortSignal | undefined
}

/** An answer that was read whole. */
export interface Answer {
  status: number
  headers: Headers
  /** The parsed body; `undefined` where it was not JSON. */
  json: unknown
}

/** The longest that a timer runs; one set for longer fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1

/** Sends one POST without cookies, follows no redirect, and reads the answer whole or rejects with our error. */
export async function exchange(post: Post, { fetch, timeout }: Surroundings): Promise<Answer> {
  const { operation, signal } = post
  const controller = new AbortController()
  const abort = () => controller.abort()
  const timer = setTimeout(abort, Math.min(timeout, LONGEST_TIMER))
  signal?.addEventListener('abort', abort)
  if (signal?.aborted === true) abort()
  // Given up means over, also for a fetch that pays its signal no attention.
  const givenUp = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('given up')))
  })
  try {
    controller.signal.throwIfAborted()
    return await Promise.race([givenUp, send(post, fetch, controller.signal)])
  } catch {
    // What fetch throws names the URL at most, but in words of the browser's; ours say what to do.
    throw new PhoneVerificationError(
      controller.signal.aborted
        ? {
            kind: 'timeout',
            operation,
            message: `${operation} got no answer in time, or was given up.`,
          }
        : {
            kind: 'offline',
            operation,
            message: `${operation} reached no server: no network, a wrong address, or no CORS headers.`,
          },
    )
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function send({ url, body }: Post, fetch: Surroundings['fetch'], signal: AbortSignal): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    // A followed redirect would turn the POST into a GET, or carry the secret to another host.
    redirect: 'manual',
    cache: 'no-store',
    signal,
  })
  // A copy, because a stand-in for fetch may answer with no headers at all.
  const headers = new Headers(response.headers)
  return { status: response.status, headers, json: parseJson(await response.text()) }
}

/** Whether an answer says yes: a 2xx whose body carries no errcode, not even one of another shape. */
export function isSuccess({ status, json }: Answer): boolean {
  return status >= 200 && status < 300 && bodyOf(json)['errcode'] === undefined
}

/** The members of a body that is an object; none of anything else. */
export function bodyOf(json: unknown): Record<string, unknown> {
  return typeof json === 'object' && json !== null ? { ...json } : {}
}

/** A text of a body; anything else counts as absent. */
export function textIn(json: unknown, member: string): string | undefined {
  const value = bodyOf(json)[member]
  return typeof value === 'string' ? value : undefined
}

/** The error that a refusal stands for. */
export function toError(operation: Operation, answer: Answer, now: number): PhoneVerificationError {
  const { status, headers, json } = answer
  const given = textIn(json, 'errcode')
  // An errcode is at most a few dozen letters; what is longer, or of another shape, is not repeated.
  const errcode = /^[A-Za-z0-9_.]{1,100}$/.test(given ?? '') ? given : undefined
  const hasRetryAfter = headers.has('Retry-After')
  const kind = readKind(operation, { status, errcode, error: textIn(json, 'error') ?? '', hasRetryAfter })
  return new PhoneVerificationError({
    kind,
    operation,
    status,
    errcode,
    message: `${operation} was refused: HTTP ${status}${errcode === undefined ? '' : ` ${errcode}`}.`,
    ...(kind === 'rate-limited' && readRetryAt(headers, bodyOf(json)['retry_after_ms'], now)),
  })
}

/** The error for an answer that breaks the protocol. */
export function badResponse(operation: Operation, { status }: Answer, rule: string): PhoneVerificationError {
  const message = `${operation} got an answer that breaks the protocol (HTTP ${status}): ${rule}.`
  return new PhoneVerificationError({ kind: 'bad-response', operation, status, message })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
