/** Whether an input event brought a text whole (paste, drop, autofill, a suggestion) and not by a key. */
export function wasFilled(event: Event | undefined): boolean {
  const inputType = inputTypeOf(event)
  return inputType === '' || /^insertFrom(?!Composition)|^insertReplacement/.test(inputType)
}

/**
 * Whether an input event brought more than one key does, whatever it calls itself: keyboards insert what they suggest
 * as a text or as the end of a composition.
 */
export function cameAtOnce(event: Event | undefined, before: string, after: string): boolean {
  if (wasFilled(event)) return true
  const inputType = inputTypeOf(event)
  if (/^delete|^history/.test(inputType)) return false
  // What a composition inserts is all that was typed in it so far.
  return (
    (inputType === 'insertText' && (insertedBy(event) ?? '').length > 1) || added(before, after).length > 1
  )
}

/** What an input event says that it inserted. */
export function insertedBy(event: Event | undefined): string | null {
  return event !== undefined && 'data' in event && typeof event.data === 'string' ? event.data : null
}

/** What stands in the one text between what both have in common. */
function added(before: string, after: string): string {
  let start = 0
  while (start < after.length && after[start] === before[start]) start += 1
  let end = after.length
  let last = before.length
  while (end > start && last > start && after[end - 1] === before[last - 1]) [end, last] = [end - 1, last - 1]
  return after.slice(start, end)
}

/** What an input event says of itself; empty for one that says nothing, as autofill's. */
export function inputTypeOf(event: Event | undefined): string {
  return event !== undefined && 'inputType' in event ? String(event.inputType) : ''
}
