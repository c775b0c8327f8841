import type { MessageKey } from '../../messages/messages.js'
import type { PartShape } from './createPart.js'
import type { Slot } from './FormOptions.js'
import type { VerificationContextValue } from './VerificationContext.js'

/** A button with an action of its own, which submits no form. */
export interface ButtonOptions {
  slot: Slot
  message: MessageKey
  onClick: (() => void) | undefined
  /** Whether it does nothing at the moment. It keeps the focus then. @default false */
  isBusy?: boolean | undefined
}

/** What a part renders that is such a button. */
export function buttonShape(
  { wording, state }: VerificationContextValue,
  { slot, message, onClick, isBusy }: ButtonOptions,
): PartShape<'button'> {
  const { disabled } = state
  const children = wording.say(message)
  return { slot, props: { type: 'button', disabled, 'aria-disabled': isBusy, onClick, children } }
}
