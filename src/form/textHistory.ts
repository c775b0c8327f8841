/** What undo and redo lead to in a field whose text the form rewrites. */
export interface TextHistory {
  /** The form put this text in place of what was there. */
  rewrite: (text: string) => void
  /** A person changed the text. Answers what it is to be, which is another one only for an undo or a redo. */
  change: (text: string, event: Event | undefined) => string
  /** What a key for undo (-1) or redo (1) leads to; `null` where that is the browser's to say. */
  move: (by: Move) => string | null
}

/** Back or forth. */
type Move = -1 | 1

/**
 * Once a page has set the value of a field, Chromium's own undo and redo do nothing at first, and then put pieces of
 * older texts into it: digits that nobody typed. So from then on they go from what was typed to what was made of it,
 * and back.
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

  function move(by: Move): string | null {
    if (!wasRewritten) return null
    at = Math.min(Math.max(at + by, 0), texts.length - 1)
    isTyping = false
    return texts[at] ?? ''
  }

  return {
    rewrite(text) {
      wasRewritten = true
      add(text, false)
    },
    change(text, event) {
      const by = MOVES[event !== undefined && 'inputType' in event ? String(event.inputType) : '']
      const moved = by === undefined ? null : move(by)
      if (moved === null) add(text, true)
      return moved ?? text
    },
    move,
  }
}

/** Undo and redo of a menu, by their `inputType`. */
const MOVES: Partial<Record<string, Move>> = { historyUndo: -1, historyRedo: 1 }

/** Which way a key leads: Ctrl+Z or ⌘Z back, with Shift or as Ctrl+Y forth; 0 for any other. */
export function moveOfKey(event: KeyPress): Move | 0 {
  // AltGr counts as Ctrl and Alt.
  if (event.altKey || event.ctrlKey === event.metaKey) return 0
  // A keyboard without Latin letters has its shortcuts where they are on one that has them.
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code
  if (key === 'z' || key === 'KeyZ') return event.shiftKey ? 1 : -1
  return key === 'y' || key === 'KeyY' ? 1 : 0
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
