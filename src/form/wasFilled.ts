/** Whether an input event brought a text whole (paste, drop, autofill, a suggestion) and not by a key. */
export function wasFilled(event: Event | undefined): boolean {
  const inputType = event !== undefined && 'inputType' in event ? String(event.inputType) : ''
  return inputType === '' || /^insertFrom|^insertReplacement/.test(inputType)
}
