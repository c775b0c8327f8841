'use client'
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { hasFocus } from '../../phone/hasFocus.js'
import type { PhoneEngine } from '../../phone/PhoneEngine.js'
import type { TextField } from '../shared/textField.js'
import { createTextHistory, moveOfInput, moveOfKey, type HistoryEntry, type Move } from './textHistory.js'
import { createTyping, selectionOf } from './typing.js'
import type { FollowedCountry } from './followedCountry.js'

/** The text of the number, formatted as it is typed, with its undo. */
export interface TypedNumber {
  /** Handles an input event. */
  edit: (event: Event | undefined) => void
  /** Handles the undo and redo keys once the form has rewritten the number. Returns whether it did. */
  pressKey: (event: KeyboardEvent<HTMLInputElement>) => boolean
  /** Handles a caret that the person moves by hand. */
  point: () => void
  /** Handles an input method that begins to compose. */
  compose: () => void
  leave: () => void
  /** Formats the current text, after a country was chosen or the engine loaded late. */
  format: () => void
  /** Replaces the typed text. */
  rewrite: (text: string) => void
  /** Whether the typed text may be replaced: not while formatting is stopped in a field that has the focus. */
  isFree: () => boolean
  /** Selects a country that the person chose, and reads the typed text again for that country. */
  chooseCountry: (country: string) => void
}

/** Options of {@link useTypedNumber}. */
export interface TypedNumberOptions {
  field: TextField
  country: FollowedCountry
  /** The numbering plans; null if they have not loaded, or if numbers are not formatted while they are typed. */
  engine: () => PhoneEngine | null
  /** Receives the function that formats the field when the plans load late. */
  formatRef: RefObject<(() => void) | null>
}

/** Connects the text, the input with its caret, and the formatter. */
export function useTypedNumber(options: TypedNumberOptions): TypedNumber {
  const { field, country, engine, formatRef } = options
  const [history] = useState(() => createTextHistory(country.get()))
  const [typing] = useState(createTyping)

  /** Shows a text with this selection; by default the caret is at the end. */
  function show(text: string, start = text.length, end = start): void {
    field.write(text)
    const input = field.input()
    // Safari focuses an input when its selection is set.
    const isPut = input !== null && hasFocus(input)
    if (isPut) input.setSelectionRange(start, end)
    typing.keep({ text, start, end }, isPut)
  }

  function entry(text: string): HistoryEntry {
    return { text, country: country.get() }
  }

  function move(by: Move): boolean {
    const past = history.move(by)
    if (past === null) return false
    show(past.text)
    if (past.country !== '') country.follow(past.country)
    return true
  }

  const typed: TypedNumber = {
    edit(event) {
      const by = moveOfInput(event)
      if (by !== 0 && move(by)) return
      const input = field.input()
      const plans = engine()
      let text = field.read()
      if (input !== null) {
        const edited = typing.read(input, event)
        const shown = plans?.retype({ ...edited, ...country.known() })
        if (shown !== undefined && shown.text !== text) {
          text = shown.text
          history.takeOver()
          show(text, shown.start, shown.end)
        } else typing.keep({ ...edited, text }, false)
        if (typeof shown?.country === 'string') country.follow(shown.country)
      }
      history.change(entry(text), event)
      country.wait()
    },
    pressKey(event) {
      if (typing.press(event)) history.endRun()
      const by = moveOfKey(event)
      return by !== 0 && move(by)
    },
    point() {
      typing.point()
      history.endRun()
    },
    compose: typing.stop,
    leave() {
      typing.leave()
      history.endRun()
      country.tell()
    },
    format() {
      const input = field.input()
      const plans = engine()
      if (input === null || plans === null) return
      if (typing.isStopped() || (hasFocus(input) && !typing.isAtRest(input))) return
      const written = { text: input.value, ...selectionOf(input) }
      const kind = { before: written.text, by: 'filling', erases: null, isFixed: false } as const
      const shown = plans.retype({ ...written, ...kind, ...country.known() })
      if (shown.text !== written.text) {
        history.rewrite(entry(shown.text))
        show(shown.text, shown.start, shown.end)
      }
      if (shown.country !== null) country.follow(shown.country)
    },
    rewrite(text) {
      const input = field.input()
      const caret = input && engine()?.caretIn(text, { text: input.value, ...selectionOf(input) })
      history.rewrite(entry(text))
      show(text, caret ?? undefined)
    },
    isFree() {
      const input = field.input()
      return input === null || !hasFocus(input) || !typing.isStopped()
    },
    chooseCountry(chosen) {
      country.choose(chosen)
      const written = history.choose(chosen)
      if (written !== null) show(written)
      typed.format()
    },
  }
  useEffect(() => {
    formatRef.current = typed.format
  })
  return typed
}
