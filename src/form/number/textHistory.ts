import { inputTypeOf } from '../shared/wasFilled.js'

/** What the field held at one time, and the country that was selected then. */
export interface HistoryEntry {
  text: string
  country: string
}

/** What undo and redo lead to in a field whose text the form rewrites. */
export interface TextHistory {
  /** The form put this in place of what was there. */
  rewrite: (entry: HistoryEntry) => void
  /** A person changed the text, and this is what it was made of it. */
  change: (entry: HistoryEntry, event: Event | undefined) => void
  /** What comes next is a step of its own: the person went elsewhere in the text, or left it. */
  endRun: () => void
  /** From here on undo is the form's: it changed the text along with a key. */
  takeOver: () => void
  /**
   * A country that the person chose stays, whatever is undone. Answers what was typed, if nothing but its reading in
   * the country before has taken its place: it is to be read in this one.
   */
  choose: (country: string) => string | null
  /** Where a key (-1 undo, 1 redo) leads; `null` where that is the browser's to say. */
  move: (by: Move) => HistoryEntry | null
}

/** Back or forth. */
export type Move = -1 | 1

/**
 * Once a page has set the value of a field, Chromium's own undo and redo do nothing at first, and then put pieces of
 * older texts into it: digits that nobody typed. So from then on they go through what was typed and what was made
 * of it: runs of keys, runs of erasing, and whatever came whole.
 */
export function createTextHistory(country: string): TextHistory {
  let entries: HistoryEntry[] = [{ text: '', country }]
  let at = 0
  /** What the last entry can be continued with. */
  let kind: Kind | null = null
  let isOurs = false
  /** Whether the last entry is the form's. */
  let wasRewritten = false

  function add(entry: HistoryEntry, next: Kind | null): void {
    const kept = entries.slice(0, next !== null && next === kind ? at : at + 1)
    entries = [...kept, entry]
    at = kept.length
    kind = next
    wasRewritten = false
  }

  return {
    rewrite(entry) {
      isOurs = true
      add(entry, null)
      wasRewritten = true
    },
    change(entry, event) {
      add(entry, kindOf(event))
    },
    endRun() {
      kind = null
    },
    takeOver() {
      isOurs = true
    },
    choose(chosen) {
      const [typed, read] = entries.slice(Math.max(at - 1, 0), at + 1)
      entries = entries.map(({ text }) => ({ text, country: chosen }))
      const isRead = wasRewritten && read !== undefined && typed?.country === read.country
      if (!isRead || typed.text === '') return null
      at -= 1
      wasRewritten = false
      return typed.text
    },
    move(by) {
      if (!isOurs) return null
      at = Math.min(Math.max(at + by, 0), entries.length - 1)
      kind = null
      wasRewritten = false
      return entries[at] ?? null
    },
  }
}

type Kind = 'insert' | 'erase'

function kindOf(event: Event | undefined): Kind | null {
  const inputType = inputTypeOf(event)
  if (/^insert(Text|Composition)/.test(inputType)) return 'insert'
  return inputType.startsWith('deleteContent') ? 'erase' : null
}

/** Which way an undo or a redo of a menu leads; 0 for any other input event. */
export function moveOfInput(event: Event | undefined): Move | 0 {
  const inputType = inputTypeOf(event)
  return inputType === 'historyUndo' ? -1 : inputType === 'historyRedo' ? 1 : 0
}

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
