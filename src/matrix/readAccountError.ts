import { AccountError, type AccountErrorKind, type AccountOperation } from './AccountError.js'
import { errcodeOf } from './callHomeserver.js'
import { textOf, type Answer, type NoAnswer } from './transport.js'
import { readRetryAt } from './retryAfter.js'

/** What was being done when a refusal came. */
export interface AccountAttempt {
  operation: AccountOperation
  /** The stage that was just tried, if one was. */
  stage: string | undefined
  /** Whether that stage was the proof of the number. */
  isProof: boolean
}

const BY_ERRCODE: Partial<Record<string, AccountErrorKind>> = {
  M_USER_IN_USE: 'username-taken',
  M_EXCLUSIVE: 'username-taken',
  M_INVALID_USERNAME: 'username-invalid',
  M_WEAK_PASSWORD: 'password-weak',
  M_THREEPID_IN_USE: 'number-in-use',
  M_THREEPID_DENIED: 'number-denied',
  M_THREEPID_NOT_FOUND: 'number-not-found',
  M_THREEPID_AUTH_FAILED: 'proof-refused',
  M_UNKNOWN_TOKEN: 'signed-out',
  M_MISSING_TOKEN: 'signed-out',
  M_UNRECOGNIZED: 'not-supported',
  M_THREEPID_MEDIUM_NOT_SUPPORTED: 'not-supported',
}

const NO_ANSWER: Record<NoAnswer, string> = {
  offline: 'reached no server: no network, a wrong address, or no CORS headers.',
  timeout: 'got no answer in time, or was given up.',
}

/** The error that a refusal, or no answer at all, stands for. */
export function toAccountError(
  attempt: AccountAttempt,
  answer: Answer | NoAnswer,
  now: number,
): AccountError {
  const { operation, stage } = attempt
  if (typeof answer === 'string') {
    const message = `${operation} ${NO_ANSWER[answer]}`
    return new AccountError({ kind: answer, operation, stage, message })
  }
  const { status, headers, body } = answer
  const errcode = errcodeOf(answer)
  const kind = readKind(attempt, status, errcode)
  const during = stage === undefined ? '' : ` at ${stage}`
  return new AccountError({
    kind,
    operation,
    stage,
    status,
    errcode,
    message: `${operation} was refused${during}: HTTP ${status}${errcode === undefined ? '' : ` ${errcode}`}.`,
    ...(kind === 'rate-limited' && { retryAt: readRetryAt(headers, body['retry_after_ms'], now).retryAt }),
  })
}

function readKind(attempt: AccountAttempt, status: number, errcode: string | undefined): AccountErrorKind {
  if (status === 429 || errcode === 'M_LIMIT_EXCEEDED') return 'rate-limited'
  const { operation, stage, isProof } = attempt
  // ToM-server says so of a proof that it does not know, where nothing is looked up.
  if (isProof && operation !== 'changePassword' && errcode === 'M_THREEPID_NOT_FOUND') return 'proof-refused'
  const kind = BY_ERRCODE[errcode ?? '']
  if (kind !== undefined) return kind
  // Synapse's password policy: M_PASSWORD_TOO_SHORT, M_PASSWORD_NO_DIGIT and more.
  if (errcode?.startsWith('M_PASSWORD_') === true) return 'password-weak'
  if (operation === 'changePassword' && errcode === 'M_NOT_FOUND') return 'number-not-found'
  if (status === 404 || status === 405 || status === 501) return 'not-supported'
  if (status >= 500) return 'server-error'
  if (stage !== undefined && isAboutStage(status, errcode)) {
    if (isProof) return 'proof-refused'
    return stage === 'm.login.password' ? 'password-incorrect' : 'stage-refused'
  }
  if (errcode === 'M_FORBIDDEN') return operation === 'register' ? 'registration-closed' : 'not-supported'
  return errcode === undefined ? 'bad-response' : 'server-error'
}

/** Synapse refuses a stage with a 401, but one whose fields are missing or unknown with a plain 400. */
function isAboutStage(status: number, errcode: string | undefined): boolean {
  if (status === 401) return true
  return status === 403 ? errcode === 'M_FORBIDDEN' : /^M_(MISSING|INVALID)_PARAMS?$/.test(errcode ?? '')
}

/** Whether the server has forgotten the session, or says that it was for something else. */
export function isSessionLost({ status, body }: Answer): boolean {
  const error = textOf(body['error']) ?? ''
  // Synapse has no errcode for these two, only its words.
  return (
    (status === 400 && /unknown session id/i.test(error)) ||
    (status === 403 && /changed during the UI authentication session/i.test(error))
  )
}
