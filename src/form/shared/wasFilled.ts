/** Whether an input event inserted a whole text (paste, drop, autofill, a suggestion) and not a typed character. */
export function wasFilled(event: Event | undefined): boolean {
  const inputType = inputTypeOf(event)
  return inputType === '' || /^insertFrom(?!Composition)|^insertReplacement/.test(inputType)
}

/**
 * Whether an input event inserted more than one key press does, whatever its type: keyboards insert a suggestion as
 * typed text or as the end of a composition.
 */
export function cameAtOnce(event: Event | undefined, before: string, after: string): boolean {
  if (wasFilled(event)) return true
  const inputType = inputTypeOf(event)
  if (/^delete|^history/.test(inputType)) return false
  // The data of a composition is everything that was typed in it so far, so the texts are compared.
  return (
    (inputType === 'insertText' && (insertedBy(event) ?? '').length > 1) || added(before, after).length > 1
  )
}

/** The text that an input event reports as inserted; null if it reports none. */
export function insertedBy(event: Event | undefined): string | null {
  return event !== undefined && 'data' in event && typeof event.data === 'string' ? event.data : null
}

/** The part of `after` between the beginning and the end that it shares with `before`. */
function added(before: string, after: string): string {
  let start = 0
  while (start < after.length && after[start] === before[start]) start += 1
  let end = after.length
  let last = before.length
  while (end > start && last > start && after[end - 1] === before[last - 1]) [end, last] = [end - 1, last - 1]
  return after.slice(start, end)
}

/** The `inputType` of an event; empty if it has none, as with autofill. */
export function inputTypeOf(event: Event | undefined): string {
  return event !== undefined && 'inputType' in event ? String(event.inputType) : ''
}
