/** Why a homeserver takes no phone number for a purpose. */
export type UnsupportedReason =
  /** Accounts are kept by an OAuth server: people register, reset and change numbers there. */
  | 'oauth'
  /** Nobody can register here. */
  | 'registration-closed'
  /** The homeserver knows the call, but no phone number in it. Every Synapse says so of a password reset. */
  | 'no-phone'
  /** The homeserver does not know the call. */
  | 'no-endpoint'
  /** The account may not change its numbers, or its password. */
  | 'change-forbidden'

/** Why a homeserver could not be asked. */
export type UnknownReason =
  | 'offline'
  | 'timeout'
  /** The homeserver is on a public network, and its address is not https. */
  | 'insecure-homeserver'
  /** What the app calls a homeserver is no URL. */
  | 'invalid-homeserver'
  | 'rate-limited'
  | 'server-error'
  /** What answered is no homeserver, or one that breaks the protocol. */
  | 'bad-response'
  /** The client's access token is not valid any more. */
  | 'signed-out'
  /** The homeserver does not say before it is asked for an SMS. */
  | 'not-told'

/**
 * Whether a homeserver takes a phone number for a purpose.
 *
 * - `supported`: show the form. `isRequired` says whether there is no other way, `stages` what else is asked for.
 * - `unsupported`: hide the form, or say why.
 * - `unknown`: show the form, or ask again; the server then says itself what it can do.
 */
export type PhoneSupport =
  | {
      status: 'supported'
      /** Whether every way needs a phone number. Known of registration and password reset only. */
      isRequired: boolean
      /** What is asked for beside the number, in order, in the flow that asks for least. */
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
      /** When the server will listen again, in epoch milliseconds; where it says so. */
      retryAt?: number | undefined
    }
