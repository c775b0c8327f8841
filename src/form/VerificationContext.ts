'use client'
import { createContext, useContext, type RefObject } from 'react'
import type { PhoneVerificationOptions } from '../hooks/options.js'
import type { PhoneVerification } from '../hooks/usePhoneVerification.js'
import type { FormOptions, Slot } from './options.js'
import type { FocusMover } from './useFocus.js'
import type { NumberForm } from './useNumberForm.js'
import type { Wording } from './wording.js'

/** What the parts of one form share. */
export interface VerificationContextValue extends Pick<FocusMover, 'moveFocus' | 'takeFocus'> {
  verification: PhoneVerification
  number: NumberForm
  options: FormOptions & Pick<PhoneVerificationOptions, 'purpose' | 'onRecovery' | 'now' | 'checkExternal'>
  wording: Wording
  /** The class names of a part: ours and the app's. */
  slot: (slot: Slot) => string
  /** Says something to screen readers, once. */
  announce: (message: string) => void
  /** Where the code goes that the browser read from the SMS: the code field puts itself here. */
  codeReceiverRef: RefObject<((code: string) => void) | null>
}

/** @internal */
export const VerificationContext = createContext<VerificationContextValue | null>(null)

/** The form that a part stands in. */
export function useVerificationContext(): VerificationContextValue {
  const context = useContext(VerificationContext)
  if (context === null) {
    throw new Error(
      'This part of a phone verification stands outside of it: put it into a PhoneVerificationForm.',
    )
  }
  return context
}
