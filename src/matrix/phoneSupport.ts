/** Why a homeserver accepts no phone number for a purpose. */
export type UnsupportedReason =
  /** An OAuth server manages the accounts. People register, reset passwords and change numbers there. */
  | 'oauth'
  /** Nobody can register here. */
  | 'registration-closed'
  /**
   * The homeserver has the call, but accepts no phone number in it. Every Synapse responds like this to a password
   * reset.
   */
  | 'no-phone'
  /** The homeserver does not have the call. */
  | 'no-endpoint'
  /** The account may not change its numbers, or its password. */
  | 'change-forbidden'

/** Why it is not known whether a homeserver accepts a phone number. */
export type UnknownReason =
  | 'offline'
  | 'timeout'
  /** The homeserver is on a public network, and its address is not https. */
  | 'insecure-homeserver'
  /** The homeserver's address is not an absolute http or https URL. */
  | 'invalid-homeserver'
  | 'rate-limited'
  | 'server-error'
  /** The server that responded is not a homeserver, or it breaks the protocol. */
  | 'bad-response'
  /** The client's access token is no longer valid. */
  | 'signed-out'
  /** The homeserver does not tell before an SMS is requested. */
  | 'not-told'

/**
 * Whether a homeserver accepts a phone number for a purpose.
 *
 * - `supported`: show the form. `isRequired` says whether there is no other way, `stages` lists the other stages.
 * - `unsupported`: hide the form, or say why.
 * - `unknown`: show the form, or ask again. If the homeserver accepts no number, it says so when an SMS is requested.
 */
export type PhoneSupport =
  | {
      status: 'supported'
      /** Whether every flow needs a phone number. Known only for registration and password reset. */
      isRequired: boolean
      /** The other stages that the person has to complete, in order, in the flow that asks for least. */
      stages: readonly string[]
    }
  | { status: 'unsupported'; reason: Exclude<UnsupportedReason, 'oauth'> }
  | {
      status: 'unsupported'
      reason: 'oauth'
      /** Where people manage their account, if the server says so; http(s) only. */
      accountUrl?: string | undefined
    }
  | {
      status: 'unknown'
      reason: UnknownReason
      /** When the server accepts requests again, in epoch milliseconds, if it says so. */
      retryAt?: number | undefined
    }
