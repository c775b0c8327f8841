'use client'
import { createContext, useContext, type ReactNode, type RefObject } from 'react'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { MessageKey } from '../../messages/messages.js'

/** What the parts of one step share, or the parts of "Didn’t get the text?". */
export interface StepValue {
  /** The prefix of the ids of its elements. */
  id?: string | undefined
  /** The step's own action, for Enter and the primary button. */
  submit?: (() => void) | undefined
  /** The message on that button. */
  action?: MessageKey | undefined
  /** Whether that action is in progress. */
  isBusy?: boolean | undefined
  /** Receives the focus when a button disappears because it was pressed. */
  focusRef: RefObject<HTMLElement | null>
  /** What the field is for, in words. */
  hint?: ReactNode
  /** The message about what is wrong with the value of the field. */
  problem?: string | null | undefined
  /** The server's error about that value. */
  refusal?: PhoneVerificationError | null | undefined
  /** Any other error. */
  failure?: PhoneVerificationError | null | undefined
  /** The message for `failure`, if it is not the usual one of the error. */
  failureText?: string | undefined
  /** What "Try again" does. */
  retry?: (() => void) | undefined
  /** Called when the person leaves the field. */
  leave?: (() => void) | undefined
  /** Whether the action does nothing until the countdown is over. */
  isWaiting?: boolean | undefined
  /** The deadline before which the action does nothing, and its message. */
  countdown?: CountdownMessages | undefined
  /** Shown as the status while no request is in progress. */
  notice?: ReactNode
}

/** A deadline and its message. The step itself waits for the end. */
export interface CountdownMessages {
  /** Epoch milliseconds. */
  deadline: number
  /** The message with the remaining time as `{time}`. */
  message: MessageKey
}

/** @internal */
export const StepContext = createContext<StepValue | null>(null)

/** The step that contains the part. */
export function useStep(): StepValue {
  const step = useContext(StepContext)
  if (step === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.NumberStep.')
  }
  return step
}
