import { inputTypeOf } from '../shared/wasFilled.js'

/** A past text of the field, and the country that was selected with it. */
export interface HistoryEntry {
  text: string
  country: string
}

/** The undo history of a field whose text the form rewrites. */
export interface TextHistory {
  /** Adds a text that the form has put in place of the previous one. */
  rewrite: (entry: HistoryEntry) => void
  /** Adds a text after a person's edit, as it is shown once it is formatted. */
  change: (entry: HistoryEntry, event: Event | undefined) => void
  /** Ends the current step: the person moved the caret, or left the field. The next edit is a step of its own. */
  endRun: () => void
  /** Makes this history handle undo from now on, because the form changed the text after a key press. */
  takeOver: () => void
  /**
   * Sets the country of all entries, so that undo keeps a country that the person chose. Returns the typed text if
   * the form only replaced it with its reading in the previous country, so that it is read again in this one;
   * otherwise `null`.
   */
  choose: (country: string) => string | null
  /** Moves through the history (-1 undo, 1 redo) and returns the entry; `null` if the browser handles undo. */
  move: (by: Move) => HistoryEntry | null
}

/** -1 is undo, 1 is redo. */
export type Move = -1 | 1

/**
 * Once a page has set the value of a field, Chromium's own undo and redo first do nothing, and then insert pieces of
 * older texts: digits that nobody typed. From then on this history handles undo and redo. A step is a run of typed
 * keys, a run of erasing, a text that was inserted whole, or a text that the form wrote.
 */
export function createTextHistory(country: string): TextHistory {
  let entries: HistoryEntry[] = [{ text: '', country }]
  let at = 0
  /** The kind of edit that extends the last entry instead of adding one. */
  let kind: Kind | null = null
  let isOurs = false
  /** Whether the form wrote the last entry. */
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

/** The direction of an undo or redo from a menu; 0 for any other input event. */
export function moveOfInput(event: Event | undefined): Move | 0 {
  const inputType = inputTypeOf(event)
  return inputType === 'historyUndo' ? -1 : inputType === 'historyRedo' ? 1 : 0
}

/** The direction of a key: Ctrl+Z or ⌘Z is undo; the same with Shift, or Ctrl+Y, is redo; 0 for any other key. */
export function moveOfKey(event: KeyPress): Move | 0 {
  // AltGr is reported as Ctrl and Alt together.
  if (event.altKey || event.ctrlKey === event.metaKey) return 0
  // On a keyboard without Latin letters the shortcuts are on the same physical keys.
  const key = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code
  if (key === 'z' || key === 'KeyZ') return event.shiftKey ? 1 : -1
  return key === 'y' || key === 'KeyY' ? 1 : 0
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
