import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'

/** The current state of a part. Each property is also on the element, as `data-<name>`. */
export interface PartState {
  step: UsePhoneVerificationResult['step']
  /** The request that is in progress. */
  status: 'idle' | 'sending' | 'verifying'
  /** Whether a request is in progress. */
  pending: boolean
  /** Whether there is an error about the number or the code. */
  invalid: boolean
  disabled: boolean
  /** Whether the part does nothing until a countdown is over. */
  waiting?: boolean | undefined
}
