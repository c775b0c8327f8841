import { AccountError, type AccountErrorKind, type AccountOperation } from './AccountError.js'
import { readChallenge } from './authFlows.js'
import { describeRefusal, knownErrcode } from './errcodes.js'
import { errorOf, isRateLimited } from './readAnswer.js'
import { readRetryAt } from './retryAfter.js'
import { NO_ANSWER, type Answer, type NoAnswer } from './transport.js'

/** The attempt that a server refused. */
interface AccountAttempt {
  operation: AccountOperation
  /** The stage that was just tried, if one was. */
  stage: string | undefined
  /** The stage's type, if an error may contain it. */
  shownStage: string | undefined
  /** Whether that stage was the proof of the number. */
  isProof: boolean
  /** Whether an access token was sent. */
  isSignedIn: boolean
}

const BY_ERRCODE: Partial<Record<string, AccountErrorKind>> = {
  M_USER_IN_USE: 'username-taken',
  M_EXCLUSIVE: 'username-taken',
  M_INVALID_USERNAME: 'username-invalid',
  M_WEAK_PASSWORD: 'password-weak',
  M_THREEPID_IN_USE: 'number-in-use',
  M_THREEPID_DENIED: 'number-denied',
  M_THREEPID_AUTH_FAILED: 'proof-refused',
  M_NO_VALID_SESSION: 'proof-refused',
  M_SESSION_NOT_VALIDATED: 'proof-refused',
  M_SESSION_EXPIRED: 'proof-refused',
  M_UNKNOWN_TOKEN: 'signed-out',
  M_MISSING_TOKEN: 'signed-out',
  M_UNRECOGNIZED: 'not-supported',
  M_THREEPID_MEDIUM_NOT_SUPPORTED: 'not-supported',
}

/** What `M_THREEPID_NOT_FOUND` means for each call. */
const NOBODYS_NUMBER: Record<AccountOperation, AccountErrorKind> = {
  // ToM-server registers only numbers that some account already has, so nobody new can register by phone and another
  // SMS would not help. To a proof that it does not know it responds with M_NO_VALID_SESSION.
  register: 'not-supported',
  changePassword: 'number-not-found',
  add3PID: 'proof-refused',
}

/** Turns a refusal, or a missing response, into an error. */
export function toAccountError(
  attempt: AccountAttempt,
  answer: Answer | NoAnswer,
  now: number,
): AccountError {
  const { operation, shownStage: stage } = attempt
  if (typeof answer === 'string') {
    const message = `${operation} ${NO_ANSWER[answer]}`
    return new AccountError({ kind: answer, operation, stage, message })
  }
  const { status, headers } = answer
  const { errcode, retry_after_ms: retryAfterMs } = errorOf(answer)
  const kind = isRateLimited(answer) ? 'rate-limited' : readKind(attempt, answer)
  const during = attempt.stage === undefined ? '' : ` at ${stage ?? 'another stage'}`
  return new AccountError({
    kind,
    operation,
    stage,
    status,
    errcode: knownErrcode(errcode),
    message: `${operation} was refused${during}: ${describeRefusal(status, errcode)}.`,
    ...(kind === 'rate-limited' && { retryAt: readRetryAt(headers, retryAfterMs, now).retryAt }),
  })
}

function readKind(attempt: AccountAttempt, answer: Answer): AccountErrorKind {
  const { operation, stage, isProof, isSignedIn } = attempt
  const { status } = answer
  const { errcode } = errorOf(answer)
  if (errcode === 'M_THREEPID_NOT_FOUND') return NOBODYS_NUMBER[operation]
  const kind = BY_ERRCODE[knownErrcode(errcode) ?? '']
  // A person who forgot the password has no token. A server that requires one offers no reset.
  const wantsToken = errcode === 'M_MISSING_TOKEN' && !isSignedIn
  if (wantsToken && operation === 'changePassword') return 'not-supported'
  // At the email stage, these errcodes are about the email address.
  if (kind === 'proof-refused' && stage === 'm.login.email.identity') return 'stage-refused'
  if (kind !== undefined) return kind
  // Synapse's password policy: M_PASSWORD_TOO_SHORT, M_PASSWORD_NO_DIGIT and more.
  if (errcode?.startsWith('M_PASSWORD_') === true) return 'password-weak'
  if (operation === 'changePassword' && errcode === 'M_NOT_FOUND') return 'number-not-found'
  if (status === 404 || status === 405 || status === 501) return 'not-supported'
  if (status >= 500) return 'server-error'
  if (stage !== undefined && isAboutStage(attempt, answer)) {
    if (isProof) return 'proof-refused'
    return stage === 'm.login.password' ? 'password-incorrect' : 'stage-refused'
  }
  if (errcode === 'M_FORBIDDEN') return operation === 'register' ? 'registration-closed' : 'not-supported'
  return errcode === undefined ? 'bad-response' : 'server-error'
}

/**
 * Whether a refusal is about the stage and not about the call. Synapse refuses a stage with a 401, or with a plain 400
 * if its fields are missing or unknown. Other servers refuse a password with a 403; for a proof, a 403 means that the
 * call itself is forbidden. A 401 from a proxy has neither an errcode nor flows, and is not about the stage.
 */
function isAboutStage({ isProof }: AccountAttempt, answer: Answer): boolean {
  const { status } = answer
  const { errcode } = errorOf(answer)
  if (status === 401) return errcode !== undefined || readChallenge(answer) !== null
  if (status === 403) return errcode === 'M_FORBIDDEN' && !isProof
  return /^M_(MISSING|INVALID)_PARAMS?$/.test(errcode ?? '')
}

/** Whether the server has forgotten the session, or says that the session was for another request. */
export function isSessionLost(answer: Answer): boolean {
  const { status } = answer
  const { error = '' } = errorOf(answer)
  // Synapse has no errcode for these two, only an error text.
  return (
    (status === 400 && /unknown session id/i.test(error)) ||
    (status === 403 && /changed during the UI authentication session/i.test(error))
  )
}

/** The refusals that are about the call itself. A new session would not change them. */
const ABOUT_CALL: readonly AccountErrorKind[] = [
  'username-taken',
  'username-invalid',
  'password-weak',
  'number-in-use',
  'number-denied',
  'signed-out',
  'rate-limited',
]

/**
 * Whether a refusal may be about the session that was continued, so that a new one may help. After a wrong password,
 * ToM-server responds with M_INVALID_PARAM for the rest of the session.
 */
export function isSessionRefused({ kind, status = 0 }: AccountError): boolean {
  return status >= 400 && status < 500 && !ABOUT_CALL.includes(kind)
}
