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

/** What a wrapper of a form library gives to the field in it, for its input. */
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
  /** Where the code goes that the browser read from the SMS: the code field puts itself here. */
  codeReceiverRef: RefObject<((code: string) => void) | null>
  /** Whether the steps are forms; a `fieldset` or `div` stands in another form. */
  as: 'form' | 'fieldset' | 'div'
  /** What is wrong with the value of the form around it, in words. */
  problem: string | null
  /** What the form around it gives to the input of each step. */
  input: InputProps
  state: PartState
  /** The same as attributes. */
  data: Props
}

/** @internal */
export const VerificationContext = createContext<VerificationContextValue | null>(null)

/** The form that a part stands in. */
export function useVerificationContext(): VerificationContextValue {
  const context = useContext(VerificationContext)
  if (context === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.Root.')
  }
  return context
}
