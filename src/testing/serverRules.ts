import { htmlPage, matrixError } from './answers.js'
import type { Rules } from './rules.js'

const HOUR = 60 * 60

const hiddenBySynapse = matrixError(400, 'M_UNKNOWN', 'Error contacting the identity server')

/**
 * Synapse with Sydent. It sends an SMS for every request, hides why it refused a code, and resets no password by
 * phone.
 */
export const synapseRules: Partial<Rules> = {
  strict: false,
  typedBodies: true,
  phonePasswordReset: false,
  movesNumbers: true,
  textsAgain: 'always',
  newCode: 'never',
  submitByGet: false,
  echoesNumber: true,
  wrongCode: hiddenBySynapse,
  unknownSession: hiddenBySynapse,
  expired: hiddenBySynapse,
  rateLimit: { burst: 5, perSecond: 0.003 },
  rateLimitBy: 'client',
  stagesInOrder: false,
  anyStage: true,
}

/** Sydent alone: two of its errors are swapped, it does not record attempts, and its rate limit has no errcode. */
export const sydentRules: Partial<Rules> = {
  strict: false,
  missingParam: 'M_MISSING_PARAMS',
  badNumber: 'M_INVALID_PHONE_NUMBER',
  textsAgain: 'always',
  newCode: 'never',
  echoesNumber: true,
  wrongCode: matrixError(404, 'M_NO_VALID_SESSION', 'No session could be found with this sid', {
    success: false,
  }),
  unknownSession: matrixError(400, 'M_INVALID_PARAM', "The token doesn't match", { success: false }),
  expired: matrixError(
    400,
    'M_SESSION_EXPIRED',
    'This validation session has expired: call requestToken again',
    {
      success: false,
    },
  ),
  rateLimit: { burst: 5, perSecond: 1 / HOUR },
  rateLimited: () => matrixError(429, 'M_UNKNOWN', 'Limit exceeded for this number'),
  stagesInOrder: false,
}

const tomUnknownToken = matrixError(
  400,
  'M_INVALID_PARAM',
  'Unknown or expired token or invalid client secret',
)

/**
 * ToM-server, in the version that verified phone numbers. It is strict, and its SMS contains a link with a long token
 * that works once, for two hours. Nobody can register by phone there, because it requires a number that an account
 * already has.
 */
export const tomRules: Partial<Rules> = {
  secretMinLength: 6,
  missingParam: 'M_MISSING_PARAMS',
  textsAgain: 'other-attempt',
  newCode: 'always',
  keepsEarlierCodes: true,
  message: 'link',
  tokenLength: 64,
  codeTtl: 2 * HOUR * 1000,
  oneTimeCode: true,
  submitPath: 'tom',
  wrongCode: tomUnknownToken,
  unknownSession: tomUnknownToken,
  expired: tomUnknownToken,
  notValidated: 'M_SESSION_NOT_VALIDATED',
  unknownProof: 'M_NO_VALID_SESSION',
  bareSession: false,
  localparts: false,
  knownNumbersOnly: true,
  logsOutByDefault: false,
  registrationLimit: { burst: 100, perSecond: 100 / 600 },
  wrongMethod: htmlPage(404, 'Error'),
  withoutCors: ['preflight', 404, 429],
}

/** The operations that servers without support for phone numbers do not have. */
const withPhones = [
  'requestTokenToRegisterMSISDN',
  'requestTokenToResetPasswordMSISDN',
  'submitToken',
  'add3PID',
] as const

/** Dendrite: no phone numbers, and no way to reset a password. */
export const dendriteRules: Partial<Rules> = {
  phoneRegistration: false,
  phonePasswordReset: false,
  passwordReset: 'needs-token',
  lacks: [...withPhones, 'requestTokenTo3PIDMSISDN'],
}

/** Conduit: like Dendrite, but it has the call to verify a number for an account, and refuses every number. */
export const conduitRules: Partial<Rules> = {
  phoneRegistration: false,
  phonePasswordReset: false,
  passwordReset: 'needs-password-and-token',
  lacks: withPhones,
  wrongMethod: { status: 405 },
  withoutCors: [405],
}
