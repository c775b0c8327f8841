import type { ChangeEvent, KeyboardEvent } from 'react'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { PhoneNumber } from '../../phone/phoneNumber.js'
import type { NumberRemark } from './numberRemark.js'
import type { TextField } from '../shared/textField.js'
import type { BlockReason, NumberValues } from './readNumber.js'
import type { FollowedCountry } from './followedCountry.js'
import type { TypedNumber } from './useTypedNumber.js'

/** The number step's state: its fields, its remark, and what a person can do. */
export interface NumberForm {
  field: TextField
  country: FollowedCountry
  /** The handlers of the input's pointer and composition events. */
  typed: Pick<TypedNumber, 'point' | 'compose'>
  /** Why the form rejects the number; null if it does not. */
  reason: BlockReason | null
  /** A new object each time the form rejects the number. */
  blocked: object | null
  /** A question or a warning about the number. */
  remark: NumberRemark | null
  /** The server's error about the number in the field; null once the number changes. */
  refusal: PhoneVerificationError | null
  /** Whether the number is being read before it is sent. This may have to wait for the numbering plans. */
  isReading: boolean
  /** Handles the focus: starts loading the numbering plans. */
  enter: () => void
  /** Reads the number, and sends it unless there is an error, a question or a warning. */
  submit: () => Promise<void>
  /** Gives up what `submit` began, to change the number. */
  stop: () => void
  /** Reads the number when the person leaves the field. An empty field causes no error. */
  leave: () => Promise<void>
  /** Clears what was said about the previous text, and reads a number that was inserted whole. */
  edit: (event: ChangeEvent<HTMLInputElement>) => void
  /** Handles the undo and redo keys once the form has rewritten the number. */
  pressKey: (event: KeyboardEvent<HTMLInputElement>) => void
  selectCountry: (country: string) => void
  /** Fills in the app's values, unless the person has typed or chosen something. */
  fillIn: (defaults: NumberValues) => void
  /** Fills in the number of a flow that is in progress. */
  show: (number: Pick<PhoneNumber, 'display' | 'country'>) => void
  /** Answers the question. */
  choose: (number: PhoneNumber) => Promise<void>
  /** Sends the number despite the warning. */
  sendAnyway: () => Promise<void>
}
