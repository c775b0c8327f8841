import type { KeyboardEvent } from 'react'
import type { TypedField } from '../../phone/formatTyped.js'
import type { TypedEdit } from '../../phone/retype.js'
import { inputTypeOf, wasFilled } from '../shared/wasFilled.js'

/** What happens in an input, as far as it decides whether and how its text may be formatted. */
export interface Typing {
  /** A key goes down. Answers whether it moves the caret. */
  press: (event: KeyboardEvent<HTMLInputElement>) => boolean
  /** The person moves the caret by other means. */
  point: () => void
  /** Nothing more is formatted before the field is left: something composes the text, and would be confused. */
  stop: () => void
  leave: () => void
  /** Whether the text may be rewritten now. */
  isStopped: () => boolean
  /** What an input event did. */
  read: (input: HTMLInputElement, event: Event | undefined) => Omit<TypedEdit, 'country' | 'home'>
  /** Remembers what the field holds now, and whether we put the text and its caret there. */
  keep: (field: TypedField, isOurs: boolean) => void
  /** Whether the caret is still where the last change of the text left it. */
  isAtRest: (input: HTMLInputElement) => boolean
}

type Selection = Omit<TypedField, 'text'>

/**
 * Follows the keys and input events of one input. Formatting stops where something composes the text, an input
 * method or many a keyboard of phones, and where the caret is found elsewhere than it was put though nobody moved it:
 * such keyboards go on from a text and a caret of their own, and mix the digits up if both are changed under them.
 */
export function createTyping(): Typing {
  let before = ''
  let rest = 0
  /** Where we put the caret, as long as nobody moved it. */
  let put: number | null = null
  /** What was selected when the key went down; `null` if none did. */
  let pressed: Selection | null = null
  let isStopped = false

  return {
    press(event) {
      const { nativeEvent, currentTarget, key, ctrlKey, metaKey, altKey } = event
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- all that a composing keyboard says.
      if (nativeEvent.isComposing || nativeEvent.keyCode === 229) isStopped = true
      pressed = selectionOf(currentTarget)
      const isMove = ctrlKey || metaKey || altKey || /^(Arrow|Home|End|Page)/.test(key)
      if (isMove) put = null
      return isMove
    },
    point() {
      put = null
      pressed = null
    },
    stop() {
      isStopped = true
    },
    leave() {
      isStopped = false
      put = null
      pressed = null
    },
    isStopped: () => isStopped,
    read(input, event) {
      const field = { text: input.value, ...selectionOf(input) }
      const inputType = inputTypeOf(event)
      const isFilled = wasFilled(event)
      const erased = before.length - field.text.length
      const erases = erasedAtCaret(inputType, pressed, erased)
      const at = pressed ?? caretBefore(inputType, field.start, erased)
      const isMoved = put !== null && at !== null && (at.start !== put || at.end !== put)
      if (isComposed(event, inputType) || (isMoved && !isFilled)) isStopped = true
      // What is dragged away is dropped next, at a place that was counted already.
      const isKnown = isFilled || inputType === 'insertText' || /^delete(?!ByDrag)/.test(inputType)
      const by = isFilled ? 'filling' : inputType === 'insertText' ? 'key' : 'erasing'
      return { ...field, before, by, erases, isFixed: isStopped || !isKnown }
    },
    keep(field, isOurs) {
      before = field.text
      rest = field.start
      put = isOurs ? field.start : null
      pressed = null
    },
    isAtRest(input) {
      const { start, end } = selectionOf(input)
      return start === end && start === rest
    },
  }
}

/** The selection of an input; behind its text where it has none. */
export function selectionOf({ value, selectionStart, selectionEnd }: HTMLInputElement): Selection {
  return { start: selectionStart ?? value.length, end: selectionEnd ?? value.length }
}

/** Dictation and suggestions come as several characters at once, and correct themselves afterwards. */
function isComposed(event: Event | undefined, inputType: string): boolean {
  const { isComposing = false, data = null } = (event ?? {}) as Partial<InputEvent>
  return (
    isComposing || /Composition/.test(inputType) || (inputType === 'insertText' && (data ?? '').length > 1)
  )
}

/** Which way a key erased; `null` if it erased a selection, or was none that erases. */
function erasedAtCaret(inputType: string, pressed: Selection | null, erased: number): TypedEdit['erases'] {
  if (!/^delete(Content|Word|SoftLine|HardLine)/.test(inputType)) return null
  const isCaret = pressed === null ? erased === 1 : pressed.start === pressed.end
  if (!isCaret) return null
  return inputType.endsWith('Forward') ? 'forward' : 'backward'
}

/** Where the caret was before a key of which only its input event is known. */
function caretBefore(inputType: string, after: number, erased: number): Selection | null {
  const moved = { insertText: erased, deleteContentBackward: erased, deleteContentForward: 0 }[inputType]
  return moved === undefined ? null : { start: after + moved, end: after + moved }
}
