'use client'
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { PhoneEngine } from '../../phone/PhoneEngine.js'
import type { NumberValues } from './numberSchema.js'
import { createTextHistory, moveOfInput, moveOfKey, type HistoryEntry, type Move } from './textHistory.js'
import { createTyping, selectionOf } from './typing.js'
import type { FollowedCountry } from './useFollowedCountry.js'

/** The text of the number, formatted as it is typed, with its undo. */
export interface TypedNumber {
  inputRef: RefObject<HTMLInputElement | null>
  /** Handles an input event. */
  edit: (event: Event | undefined) => void
  /** Undoes and redoes by key, once the form has rewritten the number. Answers whether it did. */
  pressKey: (event: KeyboardEvent<HTMLInputElement>) => boolean
  /** The person moves the caret by hand. */
  point: () => void
  /** An input method begins to compose. */
  compose: () => void
  leave: () => void
  /** Formats what stands there, for a country that was chosen, or an engine that came late. */
  format: () => void
  /** Puts another text in place of what was typed. */
  rewrite: (text: string) => void
  /** Whether what is typed may be rewritten while the person is in the field. */
  isFree: () => boolean
  /** Reads what was typed in a country that the person chose afterwards. */
  chooseCountry: (country: string) => void
}

/** Options of {@link useTypedNumber}. */
export interface TypedNumberOptions {
  form: UseFormReturn<NumberValues>
  country: FollowedCountry
  /** The numbering plans, if numbers are to be formatted and they are here. */
  engine: () => PhoneEngine | null
  /** Takes what formats the field when they come late. */
  formatRef: RefObject<(() => void) | null>
}

/** Joins the form's text, the input with its caret, and the formatter. */
export function useTypedNumber({ form, country, engine, formatRef }: TypedNumberOptions): TypedNumber {
  const inputRef = useRef<HTMLInputElement | null>(null)
  const [history] = useState(() => createTextHistory(form.getValues('country')))
  const [typing] = useState(createTyping)

  /** Shows a text; its end is where the caret is if nothing else is said. */
  function show(text: string, selection = { start: text.length, end: text.length }): void {
    form.setValue('phoneNumber', text)
    const input = inputRef.current
    // Safari gives the focus to an input whose selection is set.
    const isPut = input !== null && hasFocus(input)
    if (isPut) input.setSelectionRange(selection.start, selection.end)
    typing.keep({ text, ...selection }, isPut)
  }

  function entry(text: string): HistoryEntry {
    return { text, country: form.getValues('country') }
  }

  function move(by: Move): boolean {
    const past = history.move(by)
    if (past === null) return false
    show(past.text)
    if (past.country !== '') country.follow(past.country)
    return true
  }

  const typed: TypedNumber = {
    inputRef,
    edit(event) {
      const by = moveOfInput(event)
      if (by !== 0 && move(by)) return
      const input = inputRef.current
      const plans = engine()
      let text = form.getValues('phoneNumber')
      if (input !== null) {
        const edited = typing.read(input, event)
        const values = { country: form.getValues('country'), home: country.home() }
        const shown = plans?.retype({ ...edited, ...values })
        if (shown !== undefined && shown.text !== text) {
          text = shown.text
          history.takeOver()
          show(text, shown)
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
      const input = inputRef.current
      const plans = engine()
      if (input === null || plans === null) return
      if (typing.isStopped() || (hasFocus(input) && !typing.isAtRest(input))) return
      const field = { text: input.value, ...selectionOf(input) }
      const kind = { before: field.text, by: 'filling', erases: null, isFixed: false } as const
      const values = { country: form.getValues('country'), home: country.home() }
      const shown = plans.retype({ ...field, ...kind, ...values })
      if (shown.text !== field.text) {
        history.rewrite(entry(shown.text))
        show(shown.text, shown)
      }
      if (shown.country !== null) country.follow(shown.country)
    },
    rewrite(text) {
      const input = inputRef.current
      const field = input && { text: input.value, ...selectionOf(input) }
      const caret = field === null ? undefined : engine()?.caretIn(text, field)
      history.rewrite(entry(text))
      show(text, caret === undefined ? undefined : { start: caret, end: caret })
    },
    isFree() {
      const input = inputRef.current
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

/** Asks the shadow root that it may stand in: to the document, only the root's host has the focus. */
function hasFocus(input: HTMLInputElement): boolean {
  return (input.getRootNode() as Document | ShadowRoot).activeElement === input
}
