'use client'
import { createContext, useContext, type AriaAttributes, type RefObject } from 'react'
import type { PhoneVerificationOptions } from '../../hooks/PhoneVerificationOptions.js'
import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'
import type { Announcer } from './announcer.js'
import type { Props } from './mergeProps.js'
import type { FormOptions, Slot } from './FormOptions.js'
import type { PartState } from './PartState.js'
import type { FocusMover } from './useFocus.js'
import type { Wording } from './wording.js'

/** The props that a wrapper of a form library passes to its field, for the input. */
export type InputProps = {
  id?: string | undefined
  name?: string | undefined
  'aria-invalid'?: AriaAttributes['aria-invalid'] | undefined
  'aria-describedby'?: string | undefined
}

/** What the parts of one form share. */
export interface VerificationContextValue extends FocusMover, Announcer {
  verification: UsePhoneVerificationResult
  options: FormOptions &
    Pick<PhoneVerificationOptions, 'homeserver' | 'purpose' | 'onRecovery' | 'now' | 'checkExternal'>
  wording: Wording
  /** The class names of a part: ours and the app's. */
  slot: (slot: Slot) => string | undefined
  /** Receives the code that the browser read from the SMS. The code field sets it. */
  codeReceiverRef: RefObject<((code: string) => void) | null>
  /** Whether the steps are forms. `fieldset` and `div` are for use inside another form. */
  as: 'form' | 'fieldset' | 'div'
  /** The surrounding form's message about its value. */
  problem: string | null
  /** The props that the surrounding form passes to the input of each step. */
  input: InputProps
  state: PartState
  /** The state as `data-*` attributes. */
  data: Props
}

/** @internal */
export const VerificationContext = createContext<VerificationContextValue | null>(null)

/** The form that contains the part. */
export function useVerificationContext(): VerificationContextValue {
  const context = useContext(VerificationContext)
  if (context === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.Root.')
  }
  return context
}
