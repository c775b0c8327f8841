import type { WireOperation, PhoneVerificationErrorKind } from './PhoneVerificationError.js'

/** A response that is neither a success nor a rate limit, reduced to the fields that decide its meaning. */
export interface Refusal {
  status: number
  /** `undefined` where the body was not the specification's error object. */
  errcode: string | undefined
  /** The server's error text. It is read if the errcode alone is not enough, and it is never shown. */
  error: string
}

/**
 * Decides what a refusal means by operation, status and errcode, because real servers use the same errcode for
 * different problems and different errcodes for the same problem.
 */
export function readKind(operation: WireOperation, refusal: Refusal): PhoneVerificationErrorKind {
  const { status, errcode } = refusal
  if (errcode === 'M_TERMS_NOT_SIGNED') return 'terms-required'
  if (errcode === 'M_SERVER_NOT_TRUSTED') return 'server-not-trusted'
  return (
    (operation === 'submitToken' ? readSubmitKind(refusal) : readRequestKind(refusal)) ??
    (errcode === undefined && status < 500 ? 'bad-response' : 'server-error')
  )
}

/** What an errcode means by itself in answer to a requestToken call. */
const REQUEST_KINDS: Partial<Record<string, PhoneVerificationErrorKind>> = {
  M_THREEPID_IN_USE: 'number-in-use',
  M_THREEPID_NOT_FOUND: 'number-not-found',
  M_DESTINATION_REJECTED: 'country-unsupported',
  M_SEND_ERROR: 'sms-failed',
  M_INVALID_PARAM: 'invalid-number',
  M_INVALID_ADDRESS: 'invalid-number',
  M_INVALID_PHONE_NUMBER: 'invalid-number',
  M_UNRECOGNIZED: 'not-supported',
  M_THREEPID_MEDIUM_NOT_SUPPORTED: 'not-supported',
}

function readRequestKind({ status, errcode = '', error }: Refusal): PhoneVerificationErrorKind | undefined {
  const kind = REQUEST_KINDS[errcode]
  if (kind !== undefined) return kind
  // Conduit and its forks respond like this to every number, because they do not support third-party identifiers.
  if (errcode === 'M_THREEPID_DENIED') {
    return /third party identifier/i.test(error) ? 'not-supported' : 'number-denied'
  }
  if ([404, 405, 501].includes(status)) return 'not-supported'
  if (status >= 500) return undefined
  // Synapse has no errcode for these two, only an error text.
  if (/not supported (on|by) this homeserver/i.test(error)) return 'not-supported'
  if (/unable to parse phone number/i.test(error)) return 'invalid-number'
  return status === 403 && errcode === 'M_FORBIDDEN' ? 'not-supported' : undefined
}

function readSubmitKind({ status, errcode }: Refusal): PhoneVerificationErrorKind | undefined {
  switch (errcode) {
    case 'M_TOKEN_INCORRECT':
    case 'M_INVALID_PARAM':
      return 'code-incorrect'
    case 'M_SESSION_EXPIRED':
      return 'code-expired'
    case 'M_NO_VALID_SESSION':
      // Sydent responds to a wrong code with a 404 and this errcode.
      return status === 404 || status === 200 ? 'code-incorrect' : 'session-lost'
    case 'M_UNKNOWN':
      // Synapse responds with a 400 and this errcode to whatever its SMS delegate refused, most often a wrong code.
      return status === 400 ? 'code-incorrect' : undefined
    default:
      return undefined
  }
}
