/**
 * The errcodes of the specification and of known servers, without their `M_`. Errors repeat only these, because a
 * server may put anything in that field: a token, a password or a code that it was sent.
 */
const KNOWN = new Set(
  (
    'BAD_JSON BAD_STATE CAPTCHA_INVALID CAPTCHA_NEEDED CONSENT_NOT_GIVEN DESTINATION_REJECTED EMAIL_SEND_ERROR ' +
    'EXCLUSIVE FORBIDDEN INVALID_ADDRESS INVALID_PARAM INVALID_PHONE_NUMBER INVALID_USERNAME LIMIT_EXCEEDED ' +
    'MISSING_PARAM MISSING_PARAMS MISSING_TOKEN NOT_FOUND NOT_IMPLEMENTED NOT_JSON NO_VALID_SESSION PASSWORD_IN_DICTIONARY ' +
    'PASSWORD_NO_DIGIT PASSWORD_NO_LOWERCASE PASSWORD_NO_SYMBOL PASSWORD_NO_UPPERCASE PASSWORD_TOO_SHORT ' +
    'RESOURCE_LIMIT_EXCEEDED SEND_ERROR SERVER_NOT_TRUSTED SESSION_EXPIRED SESSION_NOT_VALIDATED TERMS_NOT_SIGNED ' +
    'THREEPID_AUTH_FAILED THREEPID_DENIED THREEPID_IN_USE THREEPID_MEDIUM_NOT_SUPPORTED THREEPID_NOT_FOUND ' +
    'TOKEN_INCORRECT TOO_LARGE UNAUTHORIZED UNKNOWN UNKNOWN_TOKEN UNRECOGNIZED USER_DEACTIVATED USER_IN_USE ' +
    'USER_LOCKED USER_SUSPENDED WEAK_PASSWORD'
  ).split(' '),
)

/** The errcode, if an error may repeat it; `undefined` otherwise. */
export function knownErrcode(errcode: string | undefined): string | undefined {
  return errcode?.startsWith('M_') === true && KNOWN.has(errcode.slice(2)) ? errcode : undefined
}

/** Describes a server's refusal for an error message. */
export function describeRefusal(status: number, errcode: string | undefined): string {
  if (errcode === undefined) return `HTTP ${status}`
  return `HTTP ${status} ${knownErrcode(errcode) ?? 'and another errcode'}`
}
