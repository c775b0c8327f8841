import { AccountError, type AccountErrorKind, type AccountOperation } from './AccountError.js'
import { readChallenge } from './authFlows.js'
import { describeRefusal, knownErrcode } from './errcodes.js'
import { errorOf, isRateLimited } from './readAnswer.js'
import { readRetryAt } from './retryAfter.js'
import { NO_ANSWER, type Answer, type NoAnswer } from './transport.js'

/** What was being done when a refusal came. */
interface AccountAttempt {
  operation: AccountOperation
  /** The stage that was just tried, if one was. */
  stage: string | undefined
  /** The same as an error may show it. */
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

/** What M_THREEPID_NOT_FOUND means. */
const NOBODYS_NUMBER: Record<AccountOperation, AccountErrorKind> = {
  // ToM-server takes only numbers there that some account has, so nobody new can register by phone. Another SMS would
  // change nothing; a proof that it does not know is M_NO_VALID_SESSION.
  register: 'not-supported',
  changePassword: 'number-not-found',
  add3PID: 'proof-refused',
}

/** The error that a refusal, or no answer at all, stands for. */
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
  // Whoever forgot the password has no token to send: a server that wants one has no reset.
  const wantsToken = errcode === 'M_MISSING_TOKEN' && !isSignedIn
  if (wantsToken && operation === 'changePassword') return 'not-supported'
  // The same words are about an email address at its stage.
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
 * Synapse refuses a stage with a 401, but one whose fields are missing or unknown with a plain 400. Others refuse a
 * password with a 403, which for a proof means that the call itself is forbidden. A proxy's 401 says nothing of it.
 */
function isAboutStage({ isProof }: AccountAttempt, answer: Answer): boolean {
  const { status } = answer
  const { errcode } = errorOf(answer)
  if (status === 401) return errcode !== undefined || readChallenge(answer) !== null
  if (status === 403) return errcode === 'M_FORBIDDEN' && !isProof
  return /^M_(MISSING|INVALID)_PARAMS?$/.test(errcode ?? '')
}

/** Whether the server has forgotten the session, or says that it was for something else. */
export function isSessionLost(answer: Answer): boolean {
  const { status } = answer
  const { error = '' } = errorOf(answer)
  // Synapse has no errcode for these two, only its words.
  return (
    (status === 400 && /unknown session id/i.test(error)) ||
    (status === 403 && /changed during the UI authentication session/i.test(error))
  )
}

/** What a server may say about the call itself, in whatever session: a new one would change nothing. */
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
 * Whether the refusal of a session that was carried over may be about the session: ToM-server answers M_INVALID_PARAM
 * for ever in one that has seen a wrong password.
 */
export function isSessionRefused({ kind, status = 0 }: AccountError): boolean {
  return status >= 400 && status < 500 && !ABOUT_CALL.includes(kind)
}
