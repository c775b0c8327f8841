import { PhoneVerificationError, type WireOperation } from './PhoneVerificationError.js'
import { errcodeOf, isRateLimited, textOf } from './readAnswer.js'
import { readKind } from './readError.js'
import { readRetryAt } from './retryAfter.js'
import { request, type Answer, type Surroundings } from './transport.js'

/** One POST of JSON. */
export interface Post {
  operation: WireOperation
  url: string
  body: Record<string, unknown>
  signal?: AbortSignal | undefined
}

/** Sends one POST and reads its answer, or rejects with our error. */
export async function exchange(post: Post, surroundings: Surroundings): Promise<Answer> {
  const { operation, url, body, signal } = post
  const headers = { 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await request(url, init, signal, surroundings)
  if (typeof answer === 'object') return answer
  throw new PhoneVerificationError({
    kind: answer,
    operation,
    message:
      answer === 'timeout'
        ? `${operation} got no answer in time, or was given up.`
        : `${operation} reached no server: no network, a wrong address, or no CORS headers.`,
  })
}

/** The error that a refusal stands for. */
export function toError(operation: WireOperation, answer: Answer, now: number): PhoneVerificationError {
  const { status, headers, body } = answer
  const errcode = errcodeOf(answer)
  const refusal = { status, errcode, error: textOf(body['error']) ?? '' }
  const kind = isRateLimited(answer) ? 'rate-limited' : readKind(operation, refusal)
  return new PhoneVerificationError({
    kind,
    operation,
    status,
    errcode,
    message: `${operation} was refused: HTTP ${status}${errcode === undefined ? '' : ` ${errcode}`}.`,
    ...(kind === 'rate-limited' && readRetryAt(headers, body['retry_after_ms'], now)),
  })
}

/** The error for an answer that breaks the protocol. */
export function badResponse(
  operation: WireOperation,
  { status }: Answer,
  rule: string,
): PhoneVerificationError {
  const message = `${operation} got a bad answer (HTTP ${status}): ${rule}.`
  return new PhoneVerificationError({ kind: 'bad-response', operation, status, message })
}
