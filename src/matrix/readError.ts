import type { Operation, PhoneVerificationErrorKind } from './PhoneVerificationError.js'

/** An answer that is no success, reduced to what its meaning depends on. */
export interface Refusal {
  status: number
  /** `undefined` where the body was not the specification's error object. */
  errcode: string | undefined
  /** The server's own words. Read here for two messages that have no code of their own, shown nowhere. */
  error: string
  /** Whether a `Retry-After` header could be read. */
  hasRetryAfter: boolean
}

/**
 * Says what a refusal means: by operation, status and errcode, since real servers give the same errcode for
 * different things and different errcodes for the same thing.
 */
export function readKind(operation: Operation, refusal: Refusal): PhoneVerificationErrorKind {
  const { status, errcode, hasRetryAfter } = refusal
  if (status === 429 || errcode === 'M_LIMIT_EXCEEDED') return 'rate-limited'
  if (status === 503 && hasRetryAfter) return 'rate-limited'
  if (errcode === 'M_TERMS_NOT_SIGNED') return 'terms-required'
  if (errcode === 'M_SERVER_NOT_TRUSTED') return 'server-not-trusted'
  return operation === 'submitToken' ? readSubmitKind(refusal) : readRequestKind(refusal)
}

function readRequestKind({ status, errcode, error }: Refusal): PhoneVerificationErrorKind {
  switch (errcode) {
    case 'M_THREEPID_IN_USE':
      return 'number-in-use'
    case 'M_THREEPID_NOT_FOUND':
      return 'number-not-found'
    case 'M_DESTINATION_REJECTED':
      return 'country-unsupported'
    case 'M_SEND_ERROR':
      return 'sms-failed'
    case 'M_INVALID_PARAM':
    case 'M_INVALID_ADDRESS':
    case 'M_INVALID_PHONE_NUMBER':
      return 'invalid-number'
    case 'M_UNRECOGNIZED':
    case 'M_THREEPID_MEDIUM_NOT_SUPPORTED':
      return 'not-supported'
    case 'M_THREEPID_DENIED':
      // Conduit and its forks answer so to every number, because they know no third-party identifiers.
      return /third party identifier/i.test(error) ? 'not-supported' : 'number-denied'
    default:
      return readRequestStatus(status, errcode, error)
  }
}

function readRequestStatus(
  status: number,
  errcode: string | undefined,
  error: string,
): PhoneVerificationErrorKind {
  if (status === 404 || status === 405 || status === 501) return 'not-supported'
  if (status >= 500) return 'server-error'
  // Synapse has no errcode for these two, only its words.
  if (/not supported (on|by) this homeserver/i.test(error)) return 'not-supported'
  if (/unable to parse phone number/i.test(error)) return 'invalid-number'
  if (status === 403 && errcode === 'M_FORBIDDEN') return 'not-supported'
  return errcode === undefined ? 'bad-response' : 'server-error'
}

function readSubmitKind({ status, errcode }: Refusal): PhoneVerificationErrorKind {
  switch (errcode) {
    case 'M_TOKEN_INCORRECT':
    case 'M_INVALID_PARAM':
      return 'code-incorrect'
    case 'M_SESSION_EXPIRED':
      return 'code-expired'
    case 'M_NO_VALID_SESSION':
      // Sydent says 404 and this for a wrong code.
      return status === 404 || status === 200 ? 'code-incorrect' : 'session-lost'
    case 'M_UNKNOWN':
      // Synapse says 400 and this for whatever its SMS delegate refused, a wrong code above all.
      return status === 400 ? 'code-incorrect' : 'server-error'
    case undefined:
      return status >= 500 ? 'server-error' : 'bad-response'
    default:
      return 'server-error'
  }
}
