/**
 * The text of one uncontrolled input, so that typing renders nothing. The text is kept while the input is not on the
 * page: a step that comes back shows what was typed.
 */
export interface TextField {
  /** The ref of the input. */
  ref: (input: HTMLInputElement | null) => void
  /** The input; `null` while it is not on the page. */
  input: () => HTMLInputElement | null
  /** Whether the input came with another text: somebody typed into a server-rendered page before hydration. */
  wasTyped: () => boolean
  read: () => string
  write: (text: string) => void
}

/** Creates a field that begins with a text. */
export function createTextField(begin: string): TextField {
  let kept = begin
  let [isFirst, wasTyped] = [true, false]
  let input: HTMLInputElement | null = null
  const read = () => input?.value ?? kept
  return {
    ref(next) {
      kept = read()
      input = next
      if (input === null) return
      if (isFirst && input.value !== '') wasTyped = input.value !== kept
      else if (input.value !== kept) input.value = kept
      isFirst = false
    },
    input: () => input,
    wasTyped: () => wasTyped,
    read,
    write(text) {
      kept = text
      if (input !== null) input.value = text
    },
  }
}

/** Gives the input the focus and selects its text, so that the next key replaces it. */
export function focusText({ input }: TextField): void {
  const field = input()
  field?.focus()
  field?.select()
}
