import { describe, expect, it } from 'vitest'
import type { PhoneVerificationErrorKind, Recovery } from '../../src/matrix/PhoneVerificationError.js'
import { connect, failureOf, json, REQUEST, REQUEST_OPERATIONS, SUBMISSION, text } from './server.js'

const REGISTER = 'requestTokenToRegisterMSISDN'
const RESET = 'requestTokenToResetPasswordMSISDN'
const ADD = 'requestTokenTo3PIDMSISDN'

type RequestRow = [
  operation: (typeof REQUEST_OPERATIONS)[number],
  status: number,
  errcode: string,
  kind: PhoneVerificationErrorKind,
  recovery: Recovery,
  error?: string,
]

const SPECIFICATION: RequestRow[] = [
  [REGISTER, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'sign-in'],
  [REGISTER, 400, 'M_SERVER_NOT_TRUSTED', 'server-not-trusted', 'contact'],
  [REGISTER, 403, 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  [RESET, 400, 'M_THREEPID_NOT_FOUND', 'number-not-found', 'sign-up'],
  [RESET, 400, 'M_SERVER_NOT_TRUSTED', 'server-not-trusted', 'contact'],
  [RESET, 404, 'M_THREEPID_NOT_FOUND', 'number-not-found', 'sign-up'],
  [RESET, 403, 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  [ADD, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'edit-number'],
  [ADD, 400, 'M_THREEPID_MEDIUM_NOT_SUPPORTED', 'not-supported', 'none'],
  [ADD, 400, 'M_INVALID_PARAM', 'invalid-number', 'edit-number'],
  [ADD, 403, 'M_THREEPID_DENIED', 'number-denied', 'edit-number'],
  [REGISTER, 400, 'M_THREEPID_MEDIUM_NOT_SUPPORTED', 'not-supported', 'none'],
  [RESET, 400, 'M_INVALID_PARAM', 'invalid-number', 'edit-number'],
  [REGISTER, 400, 'M_INVALID_ADDRESS', 'invalid-number', 'edit-number'],
  [REGISTER, 400, 'M_SEND_ERROR', 'sms-failed', 'retry'],
  [REGISTER, 400, 'M_DESTINATION_REJECTED', 'country-unsupported', 'edit-number'],
  [REGISTER, 403, 'M_TERMS_NOT_SIGNED', 'terms-required', 'accept-terms'],
  [REGISTER, 429, 'M_LIMIT_EXCEEDED', 'rate-limited', 'wait'],
  [REGISTER, 400, 'M_BAD_JSON', 'server-error', 'retry'],
  [REGISTER, 400, 'M_NOT_JSON', 'server-error', 'retry'],
  [REGISTER, 400, 'M_MISSING_PARAM', 'server-error', 'retry'],
  [REGISTER, 404, 'M_UNRECOGNIZED', 'not-supported', 'none'],
  [REGISTER, 405, 'M_UNRECOGNIZED', 'not-supported', 'none'],
  [REGISTER, 400, 'M_UNKNOWN', 'server-error', 'retry'],
  [REGISTER, 500, 'M_UNKNOWN', 'server-error', 'retry'],
  [REGISTER, 403, 'M_FORBIDDEN', 'not-supported', 'none'],
  [REGISTER, 403, 'M_RESOURCE_LIMIT_EXCEEDED', 'server-error', 'retry'],
]

const SYNAPSE: RequestRow[] = [
  [REGISTER, 400, 'M_NOT_JSON', 'server-error', 'retry', 'Content not JSON.'],
  [REGISTER, 400, 'M_MISSING_PARAM', 'server-error', 'retry', "Missing params: ['phone_number']"],
  [REGISTER, 400, 'M_INVALID_PARAM', 'invalid-number', 'edit-number', 'Unable to parse phone number'],
  [REGISTER, 400, 'M_UNKNOWN', 'invalid-number', 'edit-number', 'Unable to parse phone number'],
  [REGISTER, 500, 'M_UNKNOWN', 'server-error', 'retry', 'Internal server error'],
  [
    REGISTER,
    403,
    'M_THREEPID_DENIED',
    'number-denied',
    'edit-number',
    'Phone numbers are not authorized to register on this server',
  ],
  [REGISTER, 429, 'M_LIMIT_EXCEEDED', 'rate-limited', 'wait', 'Too Many Requests'],
  [REGISTER, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'sign-in', 'Phone number is already in use'],
  [
    REGISTER,
    400,
    'M_UNKNOWN',
    'not-supported',
    'none',
    'Registration by phone number is not supported on this homeserver',
  ],
  [
    ADD,
    400,
    'M_UNKNOWN',
    'not-supported',
    'none',
    'Adding phone numbers to user account is not supported by this homeserver',
  ],
  [ADD, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'edit-number', 'MSISDN is already in use'],
  [ADD, 403, 'M_FORBIDDEN', 'not-supported', 'none', '3PID changes are disabled on this server'],
  [REGISTER, 429, 'M_UNKNOWN', 'rate-limited', 'wait', 'Limit exceeded for this number'],
  [
    REGISTER,
    400,
    'M_DESTINATION_REJECTED',
    'country-unsupported',
    'edit-number',
    'Phone numbers in this country',
  ],
  [REGISTER, 501, 'M_UNKNOWN', 'not-supported', 'none', 'msisdn is not a supported 3PID medium type'],
  [REGISTER, 502, 'M_UNKNOWN', 'server-error', 'retry', 'Bad Gateway'],
  [REGISTER, 500, 'M_UNKNOWN', 'server-error', 'retry', 'Timed out contacting identity server'],
  [RESET, 404, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Unrecognized request'],
  [RESET, 400, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Unrecognized request'],
  [RESET, 405, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Unrecognized request'],
]

const OTHERS: RequestRow[] = [
  [REGISTER, 400, 'M_MISSING_PARAMS', 'server-error', 'retry', 'Sydent: Missing parameters: country'],
  [REGISTER, 400, 'M_INVALID_PHONE_NUMBER', 'invalid-number', 'edit-number', 'Sydent: Invalid phone number'],
  [REGISTER, 500, 'M_UNKNOWN', 'server-error', 'retry', 'Sydent: Internal Server Error'],
  [REGISTER, 429, 'M_UNKNOWN', 'rate-limited', 'wait', 'Sydent: Limit exceeded for this country'],
  [REGISTER, 400, 'M_INVALID_PARAM', 'invalid-number', 'edit-number', 'ToM: Invalid phone number'],
  [REGISTER, 400, 'M_MISSING_PARAMS', 'server-error', 'retry', 'ToM: Missing params'],
  [REGISTER, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'sign-in', 'ToM'],
  [RESET, 400, 'M_THREEPID_NOT_FOUND', 'number-not-found', 'sign-up', 'ToM'],
  [RESET, 405, 'M_UNRECOGNIZED', 'not-supported', 'none', 'ToM: Unrecognized'],
  [REGISTER, 404, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Conduit: M_UNRECOGNIZED'],
  [
    ADD,
    403,
    'M_THREEPID_DENIED',
    'not-supported',
    'none',
    'Conduit: Third party identifiers are currently unsupported by this server implementation',
  ],
  [ADD, 403, 'M_THREEPID_DENIED', 'not-supported', 'none', 'Conduit: Third party identifier is not allowed'],
  [
    ADD,
    400,
    'M_THREEPID_MEDIUM_NOT_SUPPORTED',
    'not-supported',
    'none',
    'tuwunel: Phone number verification is not supported',
  ],
  [ADD, 404, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Dendrite, MAS'],
  [REGISTER, 404, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Dendrite, Synapse with OAuth'],
  [RESET, 404, 'M_UNRECOGNIZED', 'not-supported', 'none', 'Dendrite, Conduit, Synapse with OAuth'],
  [ADD, 400, 'M_THREEPID_IN_USE', 'number-in-use', 'edit-number', 'ToM'],
  [
    REGISTER,
    501,
    'M_NOT_IMPLEMENTED',
    'not-supported',
    'none',
    'mxisd: msisdn is not a supported 3PID medium type',
  ],
]

describe.each([
  ['the specification', SPECIFICATION],
  ['Synapse', SYNAPSE],
  ['Sydent, ToM, Conduit, tuwunel, Dendrite, mxisd', OTHERS],
])('a refusal of %s', (_, rows) => {
  it.each(rows)('to %s: %i %s is %s, to %s', async (operation, status, errcode, kind, recovery, error) => {
    const { client } = connect(() => json(status, { errcode, ...(error !== undefined && { error }) }))
    const failure = await failureOf(client[operation](REQUEST))
    expect(failure).toMatchObject({ kind, recovery, operation, status, errcode })
    expect(failure.retryAt === undefined).toBe(kind !== 'rate-limited')
  })
})

describe('a refused code', () => {
  it.each([
    ['the specification', 400, 'M_TOKEN_INCORRECT', 'code-incorrect', 'retype-code'],
    ['Sydent', 404, 'M_NO_VALID_SESSION', 'code-incorrect', 'retype-code'],
    ['Synapse', 400, 'M_UNKNOWN', 'code-incorrect', 'retype-code'],
    ['ToM', 400, 'M_INVALID_PARAM', 'code-incorrect', 'retype-code'],
    ['an old Sydent', 200, 'M_NO_VALID_SESSION', 'code-incorrect', 'retype-code'],
    ['the specification', 400, 'M_SESSION_EXPIRED', 'code-expired', 'resend'],
    ['an old Sydent', 200, 'M_SESSION_EXPIRED', 'code-expired', 'resend'],
    ['the specification', 400, 'M_NO_VALID_SESSION', 'session-lost', 'restart'],
    ['the specification', 403, 'M_TERMS_NOT_SIGNED', 'terms-required', 'accept-terms'],
    ['the specification', 429, 'M_LIMIT_EXCEEDED', 'rate-limited', 'wait'],
    ['Sydent', 429, 'M_UNKNOWN', 'rate-limited', 'wait'],
    ['Synapse', 500, 'M_UNKNOWN', 'server-error', 'retry'],
    ['Synapse', 400, 'M_MISSING_PARAM', 'server-error', 'retry'],
    ['Synapse', 400, 'M_BAD_JSON', 'server-error', 'retry'],
    ['Synapse', 405, 'M_UNRECOGNIZED', 'server-error', 'retry'],
  ])('by %s: %i %s is %s, to %s', async (_, status, errcode, kind, recovery) => {
    const { client } = connect(() => json(status, { errcode, error: 'The server’s words', success: false }))
    const failure = await failureOf(client.submitToken(SUBMISSION))
    expect(failure).toMatchObject({ kind, recovery, operation: 'submitToken', status, errcode })
  })

  it('is a wrong code where the answer is success: false', async () => {
    const { client } = connect(() => json(200, { success: false }))
    const failure = await failureOf(client.submitToken(SUBMISSION))
    expect(failure).toMatchObject({ kind: 'code-incorrect', recovery: 'retype-code', status: 200 })
  })

  it('leads to no resend and no new session for any way of saying that the code is wrong', async () => {
    const answers = [
      json(200, { success: false }),
      json(400, { errcode: 'M_TOKEN_INCORRECT' }),
      json(400, { errcode: 'M_UNKNOWN', error: 'Error contacting the identity server' }),
      json(404, {
        errcode: 'M_NO_VALID_SESSION',
        error: 'No session could be found with this sid',
        success: false,
      }),
    ]
    const { client } = connect(() => answers.shift() ?? json(500, {}))
    for (let left = answers.length; left > 0; left -= 1)
      expect(await failureOf(client.submitToken(SUBMISSION))).toMatchObject({ recovery: 'retype-code' })
  })
})

describe('a refusal without errcode', () => {
  it.each([
    [400, 'bad-response'],
    [401, 'bad-response'],
    [403, 'bad-response'],
    [404, 'not-supported'],
    [405, 'not-supported'],
    [409, 'bad-response'],
    [500, 'server-error'],
    [501, 'not-supported'],
    [599, 'server-error'],
  ])('and with status %i is %s', async (status, kind) => {
    for (const operation of REQUEST_OPERATIONS) {
      const { client } = connect(() => json(status, { error: 'Something' }))
      expect(await failureOf(client[operation](REQUEST))).toMatchObject({ kind, status })
    }
  })

  it('never says that a code is wrong', async () => {
    for (const status of [400, 401, 403, 404, 405, 410, 500, 502]) {
      const { client } = connect(() => text(status, 'nope'))
      expect((await failureOf(client.submitToken(SUBMISSION))).kind).not.toBe('code-incorrect')
    }
  })
})
