/**
 * The text of one uncontrolled input, so that typing renders nothing. The text is kept while the input is not on the
 * page: a step that comes back shows what was typed.
 */
export interface TextField {
  /** The ref of the input, or of an element around it. */
  ref: (element: Partial<HTMLInputElement> | null) => void
  /** The input; `null` while it is not on the page, or if the ref does not lead to it. */
  input: () => HTMLInputElement | null
  /** Takes the text of an input event, because a component of the app's may pass the ref on to something else. */
  hear: (text: string) => void
  /**
   * Whether the text is another one than the form wrote. Before the first event, somebody typed it into a
   * server-rendered page.
   */
  wasTyped: () => boolean
  read: () => string
  write: (text: string) => void
}

/** Creates a field that begins with a text. */
export function createTextField(begin: string): TextField {
  let kept = begin
  let written = begin
  let input: HTMLInputElement | null = null
  const read = () => input?.value ?? kept
  return {
    ref(next) {
      kept = read()
      input = next && 'value' in next ? (next as HTMLInputElement) : (next?.querySelector?.('input') ?? null)
      if (!input || input.value === kept) return
      // An input that comes with a text has what somebody typed before hydration, unless there is a newer text.
      if (input.value === '' || kept !== begin) input.value = kept
    },
    input: () => input,
    hear(text) {
      if (text === read()) return
      kept = text
      input = null
    },
    wasTyped: () => read() !== written,
    read,
    write(text) {
      kept = written = text
      if (input) input.value = text
    },
  }
}

/** Gives the input the focus and selects its text, so that the next key replaces it. */
export function focusText({ input }: TextField): void {
  const field = input()
  field?.focus()
  field?.select()
}
