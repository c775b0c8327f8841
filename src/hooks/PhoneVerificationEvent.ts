import type { PhoneVerificationErrorKind, Recovery } from '../matrix/PhoneVerificationError.js'
import type { Purpose } from '../matrix/purposes.js'
import type { Step } from '../verification/flow.js'

/** A step of the flow, without a number, a code, a secret or a session ID. */
export type PhoneVerificationEvent = {
  purpose: Purpose
  /** The country of the number, ISO 3166-1 alpha-2; `null` before there is one. */
  country: string | null
  /** The step after the event. */
  step: Step
} & (
  | { type: 'sendRequested'; sendAttempt: number }
  | { type: 'codeSent'; sendAttempt: number }
  | { type: 'sendFailed'; kind: PhoneVerificationErrorKind; recovery: Recovery }
  | { type: 'codeSubmitted' }
  | { type: 'codeRejected'; kind: PhoneVerificationErrorKind; recovery: Recovery }
  | { type: 'verified' }
  | { type: 'resumed' }
  | { type: 'returnedToCode' }
  | { type: 'numberChangeRequested' }
  | { type: 'reset' }
)
