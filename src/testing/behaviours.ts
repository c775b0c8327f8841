import { htmlPage, matrixError, type SimulatedAnswer } from './answers.js'
import { SUBMIT_PATH, type OperationGroup } from './operations.js'
import { limitExceeded, type Rules } from './rules.js'
import { conduitRules, dendriteRules, sydentRules, synapseRules, tomRules } from './serverRules.js'

/** What a scenario changes. */
export interface Behaviour {
  rules?: Partial<Rules>
  /** The response that replaces the handling of a request. */
  canned?: { to: readonly OperationGroup[]; answer: SimulatedAnswer }
  /** Changes the body of a successful requestToken response. */
  rewrite?: (body: Record<string, unknown>, baseUrl: string) => unknown
  /**
   * - `unreachable`: the request does not arrive
   * - `answer-lost`: the request is handled, but the response does not arrive
   * - `held`: the request is handled, and the response waits for `release()`
   * - `silent`: the request is not handled, and there is never a response
   */
  connection?: 'unreachable' | 'answer-lost' | 'held' | 'silent'
}

/** A host that is not the homeserver's, for the scenario `submit-url-other-host`. */
export const OTHER_HOST = 'https://verify.example.net'

const toRequests = (answer: SimulatedAnswer): Behaviour => ({ canned: { to: ['requestToken'], answer } })
const toEverything = (answer: SimulatedAnswer): Behaviour => ({ canned: { to: ['any'], answer } })
const toSubmission = (answer: SimulatedAnswer): Behaviour => ({ canned: { to: ['submitToken'], answer } })
const unsupported = (answer: SimulatedAnswer): Behaviour => ({
  ...toRequests(answer),
  rules: { phoneRegistration: false, phonePasswordReset: false },
})
const withSid = (sid: unknown): Behaviour => ({ rewrite: (body) => ({ ...body, sid }) })
/** `path` is the usual path of the `submit_url`, with the path of the homeserver's base URL in front. */
const withSubmitUrl = (toUrl: (baseUrl: URL, path: string) => string): Behaviour => ({
  rewrite(body, baseUrl) {
    const url = new URL(baseUrl)
    return { ...body, submit_url: toUrl(url, `${url.pathname.replace(/\/$/, '')}${SUBMIT_PATH}`) }
  },
})

/** What each scenario does, by its name. */
export const behaviours = {
  specification: {},
  synapse: { rules: synapseRules },
  sydent: { rules: sydentRules },
  tom: { rules: tomRules },
  dendrite: { rules: dendriteRules },
  conduit: {
    rules: conduitRules,
    canned: {
      to: ['requestTokenTo3PIDMSISDN'],
      answer: matrixError(
        403,
        'M_THREEPID_DENIED',
        'Third party identifiers are currently unsupported by this server implementation',
      ),
    },
  },
  'no-submit-url': { rules: { message: 'link' }, rewrite: (body) => ({ ...body, submit_url: undefined }) },

  'number-in-use': { rules: { everyNumber: 'in-use' } },
  'number-in-use-hidden': { rules: { everyNumber: 'in-use', numberInUse: 'hidden' } },
  'number-in-use-notice': { rules: { everyNumber: 'in-use', numberInUse: 'notice' } },
  'number-not-found': { rules: { everyNumber: 'not-found' } },
  'number-invalid': toRequests(matrixError(400, 'M_INVALID_PARAM', 'Unable to parse phone number')),
  'number-denied': toRequests(
    matrixError(403, 'M_THREEPID_DENIED', 'Phone numbers are not authorized to register on this server'),
  ),
  'country-unsupported': toRequests(
    matrixError(400, 'M_DESTINATION_REJECTED', 'Phone numbers in this country are not currently supported'),
  ),
  'terms-not-signed': toRequests(matrixError(403, 'M_TERMS_NOT_SIGNED', 'Please accept our updated terms')),
  'server-not-trusted': toRequests(matrixError(400, 'M_SERVER_NOT_TRUSTED', 'Untrusted identity server')),

  'not-supported': unsupported(matrixError(404, 'M_UNRECOGNIZED', 'Unrecognized request')),
  'not-supported-medium': unsupported(
    matrixError(400, 'M_THREEPID_MEDIUM_NOT_SUPPORTED', 'Phone number verification is not supported'),
  ),
  'not-supported-synapse': unsupported(
    matrixError(400, 'M_UNKNOWN', 'Registration by phone number is not supported on this homeserver'),
  ),
  'not-supported-html': unsupported(htmlPage(404, '404 Not Found')),
  'phone-not-offered': {
    rules: { phoneRegistration: false, phonePasswordReset: false, phoneChanges: false },
  },
  'oauth-preferred': {
    canned: {
      to: ['requestToken', 'changePassword', 'add3PID', 'login', 'logout', 'logout_all'],
      answer: matrixError(404, 'M_UNRECOGNIZED', 'Unrecognized request'),
    },
    rules: { prefersOAuth: true, phoneRegistration: false, phonePasswordReset: false, phoneChanges: false },
  },
  'registration-closed': {
    canned: { to: ['register'], answer: matrixError(403, 'M_FORBIDDEN', 'Registration has been disabled') },
  },

  'rate-limited': toRequests(limitExceeded(332_865)),
  'rate-limited-header': toRequests({
    ...matrixError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests'),
    headers: { 'Retry-After': '120' },
  }),
  'rate-limited-no-hint': toRequests(matrixError(429, 'M_UNKNOWN', 'Limit exceeded for this number')),
  'sms-failed': toRequests(matrixError(400, 'M_SEND_ERROR', 'The SMS could not be sent')),

  'gateway-down': toEverything(htmlPage(502, '502 Bad Gateway')),
  'server-error': toEverything(matrixError(500, 'M_UNKNOWN', 'Internal server error')),
  'html-200': toEverything(htmlPage(200, 'Welcome to the Wi-Fi')),
  offline: { connection: 'unreachable' },
  'lost-send': { connection: 'unreachable' },
  'lost-answer': { connection: 'answer-lost' },
  slow: { connection: 'held' },
  'never-answers': { connection: 'silent' },

  'wrong-code-success-false': { rules: { wrongCode: { status: 200, body: { success: false } } } },
  'wrong-code-errcode-in-200': {
    rules: { wrongCode: matrixError(200, 'M_NO_VALID_SESSION', 'No session could be found with this sid') },
  },
  'session-expired': toSubmission(matrixError(400, 'M_SESSION_EXPIRED', 'This session has expired')),
  'submit-redirected': toSubmission({ status: 302, headers: { Location: '/_matrix/client/v3/login' } }),

  'sid-missing': withSid(undefined),
  'sid-empty': withSid(''),
  'sid-numeric': withSid(12345),
  'sid-overlong': withSid('s'.repeat(256)),

  'submit-url-javascript': withSubmitUrl(() => 'javascript:alert(document.domain)'),
  'submit-url-http': withSubmitUrl(({ host }, path) => `http://${host}${path}`),
  'submit-url-other-host': withSubmitUrl(() => `${OTHER_HOST}${SUBMIT_PATH}`),
  'submit-url-relative': withSubmitUrl((_, path) => path),
  'submit-url-userinfo': withSubmitUrl(
    ({ protocol, host }, path) => `${protocol}//alice:secret@${host}${path}`,
  ),
} satisfies Record<string, Behaviour>
