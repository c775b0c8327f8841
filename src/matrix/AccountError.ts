import { brand, isBranded } from './brand.js'

/** The calls in which a verified number is used, by the specification's operation ids. */
export type AccountOperation = 'register' | 'changePassword' | 'add3PID'

/** What went wrong. A minor version may add kinds: give a `switch` over them a `default`. */
export type AccountErrorKind =
  | 'username-taken'
  | 'username-invalid'
  | 'password-weak'
  | 'password-incorrect'
  | 'number-in-use'
  | 'number-denied'
  | 'number-not-found'
  /** The server does not accept the number as verified, or no longer does. */
  | 'proof-refused'
  /** The server refused the app's answer to another stage. */
  | 'stage-refused'
  /** The app's handler for a stage rejected, or the call was aborted while the handler ran. */
  | 'stage-abandoned'
  /** The server requires a stage that neither `stages` nor `otherStages` answers. */
  | 'stage-unanswered'
  | 'registration-closed'
  | 'not-supported'
  | 'signed-out'
  | 'rate-limited'
  | 'server-error'
  | 'bad-response'
  | 'offline'
  | 'timeout'
  /** The homeserver is on a public network, and its address is not https. */
  | 'insecure-homeserver'
  /** The homeserver's address is not an absolute http or https URL. */
  | 'invalid-homeserver'

/** What a person can do next about an {@link AccountError}; only `edit-number` and `verify-again` need another SMS. */
export type AccountRecovery =
  | 'edit-username'
  | 'edit-password'
  | 'edit-number'
  | 'verify-again'
  | 'answer-stage'
  | 'sign-in'
  | 'sign-up'
  | 'wait'
  | 'retry'
  | 'other-way'

/** What an {@link AccountError} is created from. */
export interface AccountErrorFacts {
  kind: AccountErrorKind
  operation: AccountOperation
  message: string
  /** The type of the stage that the error is about. */
  stage?: string | undefined
  /** Epoch milliseconds. */
  retryAt?: number | undefined
  errcode?: string | undefined
  status?: number | undefined
}

const RECOVERIES: Record<AccountErrorKind, AccountRecovery> = {
  'username-taken': 'edit-username',
  'username-invalid': 'edit-username',
  'password-weak': 'edit-password',
  'password-incorrect': 'edit-password',
  'number-in-use': 'edit-number',
  'number-denied': 'edit-number',
  'number-not-found': 'sign-up',
  'proof-refused': 'verify-again',
  'stage-refused': 'answer-stage',
  'stage-abandoned': 'answer-stage',
  'stage-unanswered': 'other-way',
  'registration-closed': 'other-way',
  'not-supported': 'other-way',
  'signed-out': 'sign-in',
  'rate-limited': 'wait',
  'server-error': 'retry',
  'bad-response': 'retry',
  offline: 'retry',
  timeout: 'retry',
  'insecure-homeserver': 'other-way',
  'invalid-homeserver': 'other-way',
}

const NAME = 'AccountError'

/**
 * The only error that `registerWithPhone`, `resetPasswordWithPhone` and `addPhoneToAccount` reject with. It is
 * separate from `PhoneVerificationError` because it is about an account (a username, a password) and never about an
 * SMS. A `switch` over either stays short.
 *
 * Its message is for developers. It contains no password, token, proof, session or phone number, and it has no cause.
 *
 * `instanceof` also recognises the errors of another copy of the library on the same page.
 */
export class AccountError extends Error {
  override readonly name = NAME
  /** What went wrong. */
  readonly kind: AccountErrorKind
  /** What the person can do next. */
  readonly recovery: AccountRecovery
  /** The call that failed. */
  readonly operation: AccountOperation
  /** The stage of user-interactive auth that the error is about, `m.login.recaptcha` for example. */
  readonly stage: string | undefined
  /** When the server accepts requests again, in epoch milliseconds; set whenever `kind` is `rate-limited`. */
  readonly retryAt: number | undefined
  /** The server's `errcode`, if it gave one. */
  readonly errcode: string | undefined
  /** The HTTP status, if the server responded. */
  readonly status: number | undefined

  static override [Symbol.hasInstance](value: unknown): value is AccountError {
    return isBranded(this, AccountError, NAME, value)
  }

  constructor(facts: AccountErrorFacts) {
    super(facts.message)
    this.kind = facts.kind
    this.operation = facts.operation
    const isTaken = facts.kind === 'number-in-use' && facts.operation === 'register'
    this.recovery = isTaken ? 'sign-in' : RECOVERIES[facts.kind]
    this.stage = facts.stage
    this.retryAt = facts.retryAt
    this.errcode = facts.errcode
    this.status = facts.status
  }
}

brand(AccountError, NAME)
