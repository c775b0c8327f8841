import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'

/** What a part looks and behaves like at this moment. Each of it is on the element too, as `data-<name>`. */
export interface PartState {
  step: UsePhoneVerificationResult['step']
  /** What is under way. */
  status: 'idle' | 'sending' | 'verifying'
  /** Whether a request is under way. */
  pending: boolean
  /** Whether the number, or the code, cannot stay as it is. */
  invalid: boolean
  disabled: boolean
  /** Whether it does nothing before a time has come. */
  waiting?: boolean | undefined
}
