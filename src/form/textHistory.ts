/** What undo and redo lead to in a field whose text the form rewrites. */
export interface TextHistory {
  /** The form put this text in place of what was there. */
  rewrite: (text: string) => void
  /** A person changed the text. Answers what it is to be, which is another one only for an undo or a redo. */
  change: (text: string, event: Event | undefined) => string
}

/**
 * Once a page has set the value of a field, Chromium's own undo and redo put pieces of older texts into it:
 * digits that nobody typed. So from then on they go from what was typed to what was made of it, and back.
 */
export function createTextHistory(): TextHistory {
  let texts = ['']
  let at = 0
  let isTyping = false
  let wasRewritten = false

  function add(text: string, typed: boolean): void {
    const kept = texts.slice(0, isTyping && typed ? at : at + 1)
    texts = [...kept, text]
    at = kept.length
    isTyping = typed
  }

  return {
    rewrite(text) {
      wasRewritten = true
      add(text, false)
    },
    change(text, event) {
      const inputType = event !== undefined && 'inputType' in event ? event.inputType : ''
      const step = inputType === 'historyUndo' ? -1 : inputType === 'historyRedo' ? 1 : 0
      if (step === 0 || !wasRewritten) {
        add(text, true)
        return text
      }
      at = Math.min(Math.max(at + step, 0), texts.length - 1)
      isTyping = false
      return texts[at] ?? text
    },
  }
}
