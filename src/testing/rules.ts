import { matrixError, type Answer } from './answers.js'
import type { RateLimit } from './rateLimiter.js'

/** Where server software differs: how it checks, texts and refuses. */
export interface Rules {
  /** Refuses what the specification forbids, although Synapse lets it pass: country, `next_link`, types. */
  strict: boolean
  /** Checks whole bodies for their types before anything else, as Synapse does for all but `/register`. */
  typedBodies: boolean
  secretMinLength: number
  /** The errcode for a field that is missing. */
  missingParam: 'M_MISSING_PARAM' | 'M_MISSING_PARAMS'
  /** The errcode for a number that cannot be read. */
  badNumber: 'M_INVALID_PARAM' | 'M_INVALID_PHONE_NUMBER'
  /** Whether to treat every number as bound to an account, as bound to none, or to look. */
  everyNumber: 'looked-up' | 'in-use' | 'not-found'
  /** Whether a number in use is refused, silently not texted, or texted a notice without a code. */
  numberInUse: 'refused' | 'hidden' | 'notice'
  /** Whether `m.login.msisdn` is in the flows of `POST /register`. */
  phoneRegistration: boolean
  /** Whether a password can be reset by phone at all. */
  phonePasswordReset: boolean
  /** Whether accounts may add and remove numbers. */
  phoneChanges: boolean
  /** Whether a number that another account bound meanwhile can be added, and leaves that account. */
  movesNumbers: boolean
  /** Which repeated requests text again: those with a greater attempt, with another one, or all. */
  textsAgain: 'greater-attempt' | 'other-attempt' | 'always'
  newCodeOnResend: boolean
  message: 'code' | 'link'
  /** Length of the random letters that stand in place of a code; 0 for a code of digits. */
  tokenLength: number
  /** How long a code lives, in milliseconds; `undefined` for the homeserver's own `codeTtl`. */
  codeTtl: number | undefined
  /** Whether the code is used up by its first success. */
  oneTimeCode: boolean
  submitPath: 'synapse' | 'tom'
  /** Whether a person can open the place for the code, as the link in an SMS does. */
  submitByGet: boolean
  /** Adds `success`, `msisdn` and `intl_fmt` to the answer, as servers with Sydent behind them do. */
  echoesNumber: boolean
  wrongCode: Answer
  unknownSession: Answer
  expired: Answer
  rateLimit: RateLimit
  /** Whether one bucket is for all numbers of the client, or each number has its own. */
  rateLimitBy: 'number' | 'client'
  rateLimited: (retryAfterMs: number) => Answer
  /** Whether the stages of a flow must come in order. */
  stagesInOrder: boolean
  /** Whether also a stage that no flow asks for is checked and completed. */
  anyStage: boolean
  /** Whether accounts are another server's matter, that of an OAuth 2.0 provider. */
  prefersOAuth: boolean
  /** The errcode of a stage whose session is not validated. */
  notValidated: 'M_UNAUTHORIZED' | 'M_SESSION_NOT_VALIDATED'
}

const HOUR = 60 * 60

/** 429 as Synapse gives it: the deprecated body field, and the header in whole seconds. */
export function limitExceeded(retryAfterMs: number): Answer {
  return {
    ...matrixError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: retryAfterMs }),
    headers: { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  }
}

/** As the specification says, v1.18; where it is silent, as Synapse does. */
export const specificationRules: Rules = {
  strict: true,
  typedBodies: false,
  secretMinLength: 1,
  missingParam: 'M_MISSING_PARAM',
  badNumber: 'M_INVALID_PARAM',
  everyNumber: 'looked-up',
  numberInUse: 'refused',
  phoneRegistration: true,
  phonePasswordReset: true,
  phoneChanges: true,
  movesNumbers: false,
  textsAgain: 'greater-attempt',
  newCodeOnResend: false,
  message: 'code',
  tokenLength: 0,
  codeTtl: undefined,
  oneTimeCode: false,
  submitPath: 'synapse',
  submitByGet: true,
  echoesNumber: false,
  wrongCode: matrixError(400, 'M_TOKEN_INCORRECT', 'The code does not match'),
  unknownSession: matrixError(400, 'M_NO_VALID_SESSION', 'There is no such session'),
  expired: matrixError(400, 'M_SESSION_EXPIRED', 'This session has expired'),
  rateLimit: { burst: 50, perSecond: 1 },
  rateLimitBy: 'number',
  rateLimited: limitExceeded,
  stagesInOrder: true,
  anyStage: false,
  prefersOAuth: false,
  notValidated: 'M_UNAUTHORIZED',
}

const hiddenBySynapse = matrixError(400, 'M_UNKNOWN', 'Error contacting the identity server')

/** Synapse with an SMS delegate: it hides why a code was refused, and knows no password reset by phone. */
export const synapseRules: Partial<Rules> = {
  strict: false,
  typedBodies: true,
  phonePasswordReset: false,
  movesNumbers: true,
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

/** Sydent's own answers: two errors are swapped, attempts are not recorded, the limit has no errcode. */
export const sydentRules: Partial<Rules> = {
  strict: false,
  missingParam: 'M_MISSING_PARAMS',
  badNumber: 'M_INVALID_PHONE_NUMBER',
  textsAgain: 'always',
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

/** ToM-server: strict, and the SMS holds a link with a long token that works once, for ten minutes. */
export const tomRules: Partial<Rules> = {
  secretMinLength: 6,
  missingParam: 'M_MISSING_PARAMS',
  textsAgain: 'other-attempt',
  newCodeOnResend: true,
  message: 'link',
  tokenLength: 64,
  codeTtl: 600_000,
  oneTimeCode: true,
  submitPath: 'tom',
  wrongCode: tomUnknownToken,
  unknownSession: tomUnknownToken,
  expired: tomUnknownToken,
  notValidated: 'M_SESSION_NOT_VALIDATED',
}
