import { brand, isBranded } from './brand.js'
import { PURPOSES, type RequestTokenOperation } from './purposes.js'

/** The server calls that verify a number. */
export type WireOperation = RequestTokenOperation | 'submitToken'

/** What went wrong. A minor version may add kinds: give a `switch` over them a `default`. */
export type PhoneVerificationErrorKind =
  | 'invalid-number'
  | 'country-unsupported'
  | 'number-denied'
  | 'number-in-use'
  | 'number-not-found'
  | 'rate-limited'
  | 'code-incorrect'
  | 'code-expired'
  | 'session-lost'
  | 'terms-required'
  | 'server-not-trusted'
  | 'not-supported'
  | 'sms-failed'
  | 'server-error'
  | 'bad-response'
  | 'offline'
  | 'timeout'
  | 'unsafe-submit-url'
  /**
   * The homeserver uses plain http, and it is on a public network or the page (https, or inside an app) blocks http.
   */
  | 'insecure-homeserver'
  /** The homeserver's address is not an absolute http or https URL. */
  | 'invalid-homeserver'
  /** The app passed something invalid, or its own client or `MutationCache` threw. */
  | 'invalid-request'

/** What a person can do next about an error. */
export type Recovery =
  | 'edit-number'
  | 'sign-in'
  | 'sign-up'
  | 'wait'
  | 'retype-code'
  | 'resend'
  | 'restart'
  | 'accept-terms'
  | 'contact'
  | 'retry'
  | 'none'

/** What a {@link PhoneVerificationError} is created from. */
export interface PhoneVerificationErrorFacts<Operation extends string = string> {
  /** What went wrong. */
  kind: PhoneVerificationErrorKind
  /** The call that failed. */
  operation: Operation
  /** What happened, in English, for developers. It contains no secret, code or number. */
  message: string
  /** Defaults to what the kind and the operation imply. */
  recovery?: Recovery | undefined
  /** Epoch milliseconds. */
  retryAt?: number | undefined
  /**
   * Whether `retryAt` is the library's own guess, because the server gave no time.
   *
   * @default false
   * @internal
   */
  retryAtIsGuess?: boolean | undefined
  /** The server's `errcode`, such as `M_LIMIT_EXCEEDED`, if it gave one. */
  errcode?: string | undefined
  /** The HTTP status, if the server responded. */
  status?: number | undefined
}

/** The kinds for which the recovery is to try again. */
type Retried = 'sms-failed' | 'server-error' | 'bad-response' | 'offline' | 'timeout'

/** The recovery for every other kind. */
const RECOVERIES: Partial<Record<PhoneVerificationErrorKind, Recovery>> = {
  'invalid-number': 'edit-number',
  'country-unsupported': 'edit-number',
  'number-denied': 'edit-number',
  'number-in-use': 'edit-number',
  'number-not-found': 'edit-number',
  'rate-limited': 'wait',
  'code-incorrect': 'retype-code',
  'code-expired': 'resend',
  'session-lost': 'restart',
  'terms-required': 'accept-terms',
  'server-not-trusted': 'contact',
  'not-supported': 'none',
  'unsafe-submit-url': 'contact',
  'insecure-homeserver': 'contact',
  'invalid-homeserver': 'contact',
  'invalid-request': 'none',
} satisfies Record<Exclude<PhoneVerificationErrorKind, Retried>, Recovery>

const NAME = 'PhoneVerificationError'

/**
 * The only error that the calls and hooks for verifying a number report. Its message is for developers; the texts that
 * a person reads are in `Messages`. Neither contains a code, a client secret, a session ID or a whole phone number.
 *
 * `instanceof` also recognises the errors of another copy of the library on the same page.
 */
export class PhoneVerificationError<Operation extends string = string> extends Error {
  override readonly name = NAME
  /** What went wrong. */
  declare readonly kind: PhoneVerificationErrorKind
  /** What the person can do next. */
  declare readonly recovery: Recovery
  /** The call that failed. */
  declare readonly operation: Operation
  /** When the server accepts requests again, in epoch milliseconds; set whenever `kind` is `rate-limited`. */
  readonly retryAt: number | undefined
  /**
   * Whether the server gave no time, so that `retryAt` is the library's own guess.
   *
   * @internal
   */
  declare readonly retryAtIsGuess: boolean
  /** The server's `errcode`, if it gave one. */
  readonly errcode: string | undefined
  /** The HTTP status, if the server responded. */
  readonly status: number | undefined

  static override [Symbol.hasInstance](value: unknown): value is PhoneVerificationError {
    return isBranded(this, PhoneVerificationError, NAME, value)
  }

  constructor(facts: PhoneVerificationErrorFacts<Operation>) {
    const recovery = facts.recovery ?? impliedRecovery(facts.kind, facts.operation)
    super(facts.message)
    // `Object.assign` instead of eight assignments keeps the bundle small.
    Object.assign(this, facts, { recovery, retryAtIsGuess: facts.retryAtIsGuess ?? false })
  }
}

brand(PhoneVerificationError, NAME)

function impliedRecovery(kind: PhoneVerificationErrorKind, operation: string): Recovery {
  const { register, resetPassword } = PURPOSES
  if (kind === 'number-in-use' && operation === register.operation) return 'sign-in'
  if (kind === 'number-not-found' && operation === resetPassword.operation) return 'sign-up'
  return RECOVERIES[kind] ?? 'retry'
}
