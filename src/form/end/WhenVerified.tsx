'use client'
import type { ReactNode } from 'react'
import type { VerifiedPhone } from '../../matrix/uiaAuth.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** What `WhenVerified` passes to its children. */
export interface VerifiedContent {
  /** The proof. */
  phone: VerifiedPhone
  /** Forgets the proof and starts over at the number. */
  reset: () => void
}

/** Props of `PhoneVerification.WhenVerified`. */
export interface WhenVerifiedProps {
  /** What comes next, or a function that renders it from the proof, for as long as the number is verified. */
  children: ReactNode | ((verified: VerifiedContent) => ReactNode)
}

/**
 * Shows what comes next for as long as the number is verified: when it has just been verified, and again when the
 * person comes back to the screen or reloads the page.
 *
 * @example
 * <PhoneVerification.WhenVerified>
 *   {({ phone }) => <CreateAccount phone={phone} />}
 * </PhoneVerification.WhenVerified>
 */
export function WhenVerified({ children }: WhenVerifiedProps): ReactNode {
  const { verification } = useVerificationContext()
  if (verification.step !== 'verified') return null
  if (typeof children !== 'function') return children
  return children({ phone: verification.phone, reset: verification.reset })
}
