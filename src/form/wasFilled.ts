import { inputTypeOf } from './textHistory.js'

/** Whether an input event brought a text whole (paste, drop, autofill, a suggestion) and not by a key. */
export function wasFilled(event: Event | undefined): boolean {
  const inputType = inputTypeOf(event)
  return inputType === '' || /^insertFrom(?!Composition)|^insertReplacement/.test(inputType)
}
