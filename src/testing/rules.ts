import { matrixError, type SimulatedAnswer } from './answers.js'
import type { SimulatedOperation } from './operations.js'
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
  /** Whether to treat every number as linked to an account, as linked to none, or to look it up. */
  everyNumber: 'looked-up' | 'in-use' | 'not-found'
  /** Whether a number in use is refused, silently not texted, or texted a notice without a code. */
  numberInUse: 'refused' | 'hidden' | 'notice'
  /** Whether `m.login.msisdn` is in the flows of `POST /register`. */
  phoneRegistration: boolean
  /** Whether a password can be reset by phone at all. */
  phonePasswordReset: boolean
  /** Whether accounts may add and remove numbers. */
  phoneChanges: boolean
  /** Whether a number that is linked to another account can be added, which removes it from that account. */
  movesNumbers: boolean
  /** Which repeated requests send another SMS: those with a greater attempt, those with a different attempt, or all. */
  textsAgain: 'greater-attempt' | 'other-attempt' | 'always'
  /** When a resend contains a new code. */
  newCode: 'always' | 'expired' | 'never'
  /** Whether codes from earlier SMS still work. */
  keepsEarlierCodes: boolean
  message: 'code' | 'link'
  /** The number of random letters that replace a code; 0 for a code of digits. */
  tokenLength: number
  /** How long a code is valid, in milliseconds; `undefined` for the homeserver's own `codeTtl`. */
  codeTtl: number | undefined
  /** Whether a code works only once. */
  oneTimeCode: boolean
  submitPath: 'synapse' | 'tom'
  /** Whether the `submit_url` accepts GET, so that a person can follow it as a link in an SMS. */
  submitByGet: boolean
  /** Adds `success`, `msisdn` and `intl_fmt` to the response, as servers that use Sydent do. */
  echoesNumber: boolean
  wrongCode: SimulatedAnswer
  unknownSession: SimulatedAnswer
  expired: SimulatedAnswer
  rateLimit: RateLimit
  /** Whether all numbers of the client share one bucket, or each number has its own. */
  rateLimitBy: 'number' | 'client'
  rateLimited: (retryAfterMs: number) => SimulatedAnswer
  /** Whether the stages of a flow must come in order. */
  stagesInOrder: boolean
  /** Whether a stage is checked and completed even if no flow contains it. */
  anyStage: boolean
  /** Whether `auth` may be only a session, to ask which stages are missing. */
  bareSession: boolean
  /** Whether `m.login.password` accepts a username without the server's name. */
  localparts: boolean
  /** Whether a proof counts only if an account already has the number, even in a registration with that number. */
  knownNumbersOnly: boolean
  /** Whether a new password signs out the other devices unless the client says otherwise. */
  logsOutByDefault: boolean
  /**
   * How `POST /account/password` responds without an access token: with its flows, or with an error about what is
   * missing.
   */
  passwordReset: 'flows' | 'needs-token' | 'needs-password-and-token'
  /** The rate limit of `POST /register`, if there is one. Its response is a web page. */
  registrationLimit: RateLimit | undefined
  /** The operations that the server does not have. */
  lacks: readonly SimulatedOperation[]
  /** The response if the path exists only for other methods. */
  wrongMethod: SimulatedAnswer
  /** Responses that pages of other origins cannot read: by status, and those to preflights. */
  withoutCors: readonly (number | 'preflight')[]
  /** Whether an OAuth 2.0 provider manages the accounts. */
  prefersOAuth: boolean
  /** The errcode for a stage whose session is not validated. */
  notValidated: 'M_UNAUTHORIZED' | 'M_SESSION_NOT_VALIDATED'
  /** The errcode for a stage whose session does not exist. */
  unknownProof: 'M_UNAUTHORIZED' | 'M_NO_VALID_SESSION'
}

/** Synapse's 429, with the deprecated body field, and the header in whole seconds. */
export function limitExceeded(retryAfterMs: number): SimulatedAnswer {
  return {
    ...matrixError(429, 'M_LIMIT_EXCEEDED', 'Too Many Requests', { retry_after_ms: retryAfterMs }),
    headers: { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) },
  }
}

/** The rules of the specification, v1.18. If it says nothing, those of Synapse. */
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
  newCode: 'expired',
  keepsEarlierCodes: false,
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
  bareSession: true,
  localparts: true,
  knownNumbersOnly: false,
  logsOutByDefault: true,
  passwordReset: 'flows',
  registrationLimit: undefined,
  lacks: [],
  wrongMethod: matrixError(405, 'M_UNRECOGNIZED', 'Unrecognized request'),
  withoutCors: [],
  prefersOAuth: false,
  notValidated: 'M_UNAUTHORIZED',
  unknownProof: 'M_UNAUTHORIZED',
}
