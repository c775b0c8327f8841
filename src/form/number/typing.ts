import type { KeyboardEvent } from 'react'
import type { TypedField } from '../../phone/formatTyped.js'
import type { TypedEdit } from '../../phone/retype.js'
import { inputTypeOf, wasFilled } from '../shared/wasFilled.js'

/** Follows what happens in an input, to decide whether and how its text may be formatted. */
export interface Typing {
  /** Handles a pressed key. Returns whether the key moves the caret. */
  press: (event: KeyboardEvent<HTMLInputElement>) => boolean
  /** Handles a caret that the person moves by other means. */
  point: () => void
  /** Stops formatting until the field is left, because an input method composes the text and would be confused. */
  stop: () => void
  leave: () => void
  /** Whether formatting is stopped, so that the text must not be rewritten. */
  isStopped: () => boolean
  /** Reads what an input event changed. */
  read: (input: HTMLInputElement, event: Event | undefined) => Omit<TypedEdit, 'country' | 'home' | 'initial'>
  /** Remembers the current text and caret, and whether the form put them there. */
  keep: (field: TypedField, isOurs: boolean) => void
  /** Whether the caret is still where the last change of the text left it. */
  isAtRest: (input: HTMLInputElement) => boolean
}

type Selection = Omit<TypedField, 'text'>

/**
 * Follows the keys and input events of one input. Formatting stops if an input method composes the text, as many
 * phone keyboards do. It also stops if the caret is not where the form put it although nobody moved it. Such
 * keyboards continue from their own copy of the text and the caret, and mix up the digits if the form changes both.
 */
export function createTyping(): Typing {
  let before = ''
  let rest = 0
  /** Where the form put the caret; `null` once somebody has moved it. */
  let put: number | null = null
  /** The selection when the key was pressed; `null` if no key was. */
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
      // Dragging first deletes the text and then inserts it, at a position that the browser has already determined.
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

/** The selection of an input; the end of its text if it has none. */
export function selectionOf({ value, selectionStart, selectionEnd }: HTMLInputElement): Selection {
  return { start: selectionStart ?? value.length, end: selectionEnd ?? value.length }
}

/**
 * Whether an input method made the edit. Dictation and suggestions insert several characters at once and correct them
 * afterwards.
 */
function isComposed(event: Event | undefined, inputType: string): boolean {
  const { isComposing = false, data = null } = (event ?? {}) as Partial<InputEvent>
  return (
    isComposing || /Composition/.test(inputType) || (inputType === 'insertText' && (data ?? '').length > 1)
  )
}

/** The direction in which a key erased; `null` if it erased a selection, or does not erase. */
function erasedAtCaret(inputType: string, pressed: Selection | null, erased: number): TypedEdit['erases'] {
  if (!/^delete(Content|Word|SoftLine|HardLine)/.test(inputType)) return null
  const isCaret = pressed === null ? erased === 1 : pressed.start === pressed.end
  if (!isCaret) return null
  return inputType.endsWith('Forward') ? 'forward' : 'backward'
}

/** Where the caret was before an edit whose key press was not seen. */
function caretBefore(inputType: string, after: number, erased: number): Selection | null {
  const moved = { insertText: erased, deleteContentBackward: erased, deleteContentForward: 0 }[inputType]
  return moved === undefined ? null : { start: after + moved, end: after + moved }
}
