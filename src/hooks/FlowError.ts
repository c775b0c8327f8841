import type { PhoneVerificationError, WireOperation } from '../matrix/PhoneVerificationError.js'

/** The call that failed: a call to a server, or the app's own `onVerified`. */
export type Operation = WireOperation | 'onVerified'

/** An error of a flow. */
export type FlowError = PhoneVerificationError<Operation>
