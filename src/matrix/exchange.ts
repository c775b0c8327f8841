import { PhoneVerificationError, type WireOperation } from './PhoneVerificationError.js'
import { describeRefusal, knownErrcode } from './errcodes.js'
import { errorOf, isRateLimited, isSuccess } from './readAnswer.js'
import { readKind } from './readError.js'
import { readRetryAt } from './retryAfter.js'
import { NO_ANSWER, request, type Answer, type Surroundings } from './transport.js'

/** One POST of JSON. */
export interface Post {
  operation: WireOperation
  url: string
  body: Record<string, unknown>
  signal?: AbortSignal | undefined
}

/** Sends one POST and returns the response. Rejects with a `PhoneVerificationError` if it is a refusal, or missing. */
export async function exchange(
  post: Post,
  surroundings: Surroundings & { now: () => number },
): Promise<Answer> {
  const { operation, url, body, signal } = post
  const headers = { 'Content-Type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await request(url, init, signal, surroundings)
  if (typeof answer === 'string')
    throw new PhoneVerificationError({
      kind: answer,
      operation,
      message: `${operation} ${NO_ANSWER[answer]}`,
    })
  if (isSuccess(answer)) return answer
  const { status, headers: given } = answer
  const { errcode, error = '', retry_after_ms: retryAfterMs } = errorOf(answer)
  const kind = isRateLimited(answer) ? 'rate-limited' : readKind(operation, { status, errcode, error })
  throw new PhoneVerificationError({
    kind,
    operation,
    status,
    errcode: knownErrcode(errcode),
    message: `${operation} was refused: ${describeRefusal(status, errcode)}.`,
    ...(kind === 'rate-limited' && readRetryAt(given, retryAfterMs, surroundings.now())),
  })
}
