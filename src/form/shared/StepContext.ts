'use client'
import { createContext, useContext, type ReactNode, type RefObject } from 'react'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { MessageKey } from '../../messages/messages.js'

/** What the parts of one step share, or those of "Didn’t get the text?". */
export interface StepValue {
  /** What the ids of its elements begin with. */
  id?: string | undefined
  /** The step's own action: Enter and its primary button. */
  submit?: (() => void) | undefined
  /** What its button says. */
  action?: MessageKey | undefined
  /** Whether that action is under way. */
  isBusy?: boolean | undefined
  /** Takes the focus of a button that goes away when it is pressed. */
  focusRef: RefObject<HTMLElement | null>
  /** What the field is for, in words. */
  hint?: ReactNode
  /** What is wrong with what is in the field, in words. */
  problem?: string | null | undefined
  /** The server's refusal of it. */
  refusal?: PhoneVerificationError | null | undefined
  /** What went wrong otherwise. */
  failure?: PhoneVerificationError | null | undefined
  /** That in words, where they are not those of the error. */
  failureText?: string | undefined
  /** What "Try again" does. */
  retry?: (() => void) | undefined
  /** The person went on from the field. */
  leave?: (() => void) | undefined
  /** Whether it does nothing before the countdown is over. */
  isWaiting?: boolean | undefined
  /** What has to pass before the action does something, and how that is said. */
  countdown?: CountdownMessages | undefined
  /** Stands in the status while nothing is under way. */
  notice?: ReactNode
}

/** A deadline and its words. */
export interface CountdownMessages {
  /** Epoch milliseconds. */
  deadline: number
  /** Shows the time that is left, as `{time}`. */
  message: MessageKey
  /** Said to screen readers, once, when the time is over. */
  overMessage: MessageKey
  /** Told that this deadline is over. Whoever needs only that does not render every second. */
  onOver?: ((deadline: number) => void) | undefined
}

/** @internal */
export const StepContext = createContext<StepValue | null>(null)

/** The step that a part stands in. */
export function useStep(): StepValue {
  const step = useContext(StepContext)
  if (step === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.NumberStep.')
  }
  return step
}
