import { matrixError, type SimulatedAnswer } from './answers.js'
import type { Operation } from './operations.js'
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
  /** When a resend texts another code than before. */
  newCode: 'always' | 'expired' | 'never'
  /** Whether the codes that were texted before can be used, too. */
  keepsEarlierCodes: boolean
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
  wrongCode: SimulatedAnswer
  unknownSession: SimulatedAnswer
  expired: SimulatedAnswer
  rateLimit: RateLimit
  /** Whether one bucket is for all numbers of the client, or each number has its own. */
  rateLimitBy: 'number' | 'client'
  rateLimited: (retryAfterMs: number) => SimulatedAnswer
  /** Whether the stages of a flow must come in order. */
  stagesInOrder: boolean
  /** Whether also a stage that no flow asks for is checked and completed. */
  anyStage: boolean
  /** Whether `auth` may be a session alone, which asks what is missing. */
  bareSession: boolean
  /** Whether the person of `m.login.password` may be named without the server. */
  localparts: boolean
  /** Whether a number proves something only if an account has it, also where one is to be registered with it. */
  knownNumbersOnly: boolean
  /** Whether a new password signs the other devices out unless the client says otherwise. */
  logsOutByDefault: boolean
  /** What `POST /account/password` answers without an access token: its flows, or what it misses first. */
  passwordReset: 'flows' | 'needs-token' | 'needs-password-and-token'
  /** The limit of `POST /register`, if there is one; its answer is a web page. */
  registrationLimit: RateLimit | undefined
  /** What of the API is not there. */
  lacks: readonly Operation[]
  /** Answered where the path knows other methods only. */
  wrongMethod: SimulatedAnswer
  /** Answers that pages of other origins cannot read: by status, and those to preflights. */
  withoutCors: readonly (number | 'preflight')[]
  /** Whether accounts are another server's matter, that of an OAuth 2.0 provider. */
  prefersOAuth: boolean
  /** The errcode of a stage whose session is not validated. */
  notValidated: 'M_UNAUTHORIZED' | 'M_SESSION_NOT_VALIDATED'
  /** The errcode of a stage whose session nobody knows. */
  unknownProof: 'M_UNAUTHORIZED' | 'M_NO_VALID_SESSION'
}

/** 429 as Synapse gives it: the deprecated body field, and the header in whole seconds. */
export function limitExceeded(retryAfterMs: number): SimulatedAnswer {
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
