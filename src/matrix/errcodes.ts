/**
 * The errcodes of the specification and of known servers that any call may be answered with, without their `M_`.
 * Errors repeat only known ones, because a server may put anything in that field: a token, a password or a code that
 * it was sent.
 */
const KNOWN = new Set(
  (
    'BAD_JSON BAD_STATE CONSENT_NOT_GIVEN DESTINATION_REJECTED FORBIDDEN INVALID_ADDRESS INVALID_PARAM ' +
    'INVALID_PHONE_NUMBER LIMIT_EXCEEDED MISSING_PARAM MISSING_PARAMS MISSING_TOKEN NOT_FOUND NOT_IMPLEMENTED NOT_JSON ' +
    'NO_VALID_SESSION RESOURCE_LIMIT_EXCEEDED SEND_ERROR SERVER_NOT_TRUSTED SESSION_EXPIRED SESSION_NOT_VALIDATED ' +
    'TERMS_NOT_SIGNED THREEPID_AUTH_FAILED THREEPID_DENIED THREEPID_IN_USE THREEPID_MEDIUM_NOT_SUPPORTED ' +
    'THREEPID_NOT_FOUND TOKEN_INCORRECT TOO_LARGE UNAUTHORIZED UNKNOWN UNKNOWN_TOKEN UNRECOGNIZED USER_DEACTIVATED ' +
    'USER_LOCKED USER_SUSPENDED'
  ).split(' '),
)

/**
 * The errcode, if an error may repeat it; `undefined` otherwise.
 *
 * @param more the errcodes that only the call in question may be answered with, without their `M_`
 */
export function knownErrcode(errcode: string | undefined, more?: ReadonlySet<string>): string | undefined {
  if (errcode?.startsWith('M_') !== true) return undefined
  const name = errcode.slice(2)
  return KNOWN.has(name) || more?.has(name) === true ? errcode : undefined
}

/** Describes a server's refusal for an error message. `known` is the errcode if the message may repeat it. */
export function describeRefusal(
  status: number,
  errcode: string | undefined,
  known: string | undefined,
): string {
  return errcode === undefined ? `HTTP ${status}` : `HTTP ${status} ${known ?? 'and another errcode'}`
}
