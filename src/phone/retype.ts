import { countryOfTyped } from './countryOfTyped.js'
import { eraseBeside, formatTyped, signsOf, type TypedField } from './formatTyped.js'
import { digitOf } from './typedText.js'

/** A field after a key, a paste or the like, as the browser left it. */
export type TypedEdit = TypedField & {
  /** What was in it before. */
  before: string
  /** What changed it: a character that was typed, something that took text away, or a text that came whole. */
  by: 'key' | 'erasing' | 'filling'
  /** Which way a key erased from a caret; `null` for anything else, and for a selection. */
  erases: 'backward' | 'forward' | null
  /** Whether the text has to stay as it is: only the country is wanted. */
  isFixed: boolean
  /** The country that is selected. */
  country: string
  /** The one that the person chose, or was given at first. */
  home: string
}

/** What the field is to show, and the country to select if the number says it; else `null`. */
export type Retyped = TypedField & { country: string | null }

/**
 * Formats what is being typed. A key that erases a space or a bracket which the format would bring back at once
 * erases the digit next to it.
 */
export function retype(edit: TypedEdit): Retyped {
  const { before, erases, isFixed, country, home } = edit
  let field: TypedField = edit
  let formatted = formatTyped(field, country)
  let shown = isFixed ? field : choose(edit, formatted)
  if (!isFixed && erases !== null && shown.text === before) {
    field = eraseBeside(field, erases)
    formatted = formatTyped(field, country)
    shown = choose({ ...edit, ...field }, formatted)
  }
  const { text, start, end } = shown
  const [plus = '', ...digits] = signsOf(text)
  // What is dialled before a calling code may be part of a national number; only a plus leaves no doubt.
  const isInternational = plus !== '' && digitOf(plus) === null && !/\p{L}/u.test(text)
  const said = isInternational ? countryOfTyped(digits.map(digitOf).join(''), home, formatted.country) : null
  return { text, start, end, country: said }
}

/** The text as it was formatted, or as the person wrote it where the formatter has nothing to say about that. */
function choose(edit: TypedEdit, formatted: TypedField): TypedField {
  if (isBare(formatted.text) && isOwnFormat(edit)) return edit
  return edit.by === 'key' ? withEnd(formatted, edit) : formatted
}

/** Whether what stands between the digits is the person's, and no remainder of an earlier format of ours. */
function isOwnFormat({ before, by, country }: TypedEdit): boolean {
  if (by === 'filling') return true
  const { text } = formatTyped({ text: before, start: 0, end: 0 }, country)
  return text !== before || (signsOf(before).length === 0 && before !== '')
}

function isBare(text: string): boolean {
  return /^[+\p{Nd}]*$/u.test(text)
}

/** A space that was just typed stays until the next digit shows what it is: it may be the one before an extension. */
function withEnd(formatted: TypedField, { text, start }: TypedField): TypedField {
  const [typed = ''] = /(?<!\P{Nd})\P{Nd}*$/u.exec(text) ?? []
  const [ours = ''] = /(?<!\P{Nd})\P{Nd}*$/u.exec(formatted.text) ?? []
  if (start !== text.length || typed === '' || signsOf(typed).length > 0) return formatted
  const shown = formatted.text + (typed.startsWith(ours) ? typed.slice(ours.length) : typed)
  return { text: shown, start: shown.length, end: shown.length }
}
