import { countryOfTyped } from './countryOfTyped.js'
import { eraseBeside, formatTyped, signsOf, type TypedField } from './formatTyped.js'
import { digitOf } from './typedText.js'

/** A field after a key press, a paste or another edit, as the browser left it. */
export type TypedEdit = TypedField & {
  /** The text before the edit. */
  before: string
  /** What the edit was: `key` typed a character, `erasing` removed text, `filling` inserted a whole text. */
  by: 'key' | 'erasing' | 'filling'
  /** The direction in which a key erased at a caret; `null` for any other edit, and if a selection was erased. */
  erases: 'backward' | 'forward' | null
  /** Whether the text must stay as it is, so that only the country is determined. */
  isFixed: boolean
  /** The country that is selected. */
  country: string
  /** The country that the person chose; empty if they chose none. */
  home: string
  /** The country that was selected at first, which stays selected while another one with its calling code is possible. */
  initial?: string | undefined
}

/** What the field should show, and the country to select; `null` if the number does not determine one. */
export type Retyped = TypedField & { country: string | null }

/**
 * Formats a number while it is typed. If a key erases a space or a bracket that formatting would restore at once, it
 * erases the digit next to it instead.
 */
export function retype(edit: TypedEdit): Retyped {
  const { before, erases, isFixed, country } = edit
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
  // An international prefix such as 00 may also be part of a national number. Only a plus is unambiguous.
  const isInternational = plus !== '' && digitOf(plus) === null && !/\p{L}/u.test(text)
  const said = isInternational ? countryOfTyped(digits.map(digitOf).join(''), edit, formatted.country) : null
  return { text, start, end, country: said }
}

/** The formatted text, or the person's own text if formatting would do nothing but remove their separators. */
function choose(edit: TypedEdit, formatted: TypedField): TypedField {
  if (isBare(formatted.text) && isOwnFormat(edit)) return edit
  return edit.by === 'key' ? withEnd(formatted, edit) : formatted
}

/** Whether the person wrote the separators, rather than earlier formatting. */
function isOwnFormat({ before, by, country }: TypedEdit): boolean {
  if (by === 'filling') return true
  const { text } = formatTyped({ text: before, start: 0, end: 0 }, country)
  return text !== before || (signsOf(before).length === 0 && before !== '')
}

function isBare(text: string): boolean {
  return /^[+\p{Nd}]*$/u.test(text)
}

/**
 * Keeps a space that was just typed at the end until the next character shows what it is for: it may come before an
 * extension.
 */
function withEnd(formatted: TypedField, { text, start }: TypedField): TypedField {
  const [typed = ''] = /(?<!\P{Nd})\P{Nd}*$/u.exec(text) ?? []
  const [ours = ''] = /(?<!\P{Nd})\P{Nd}*$/u.exec(formatted.text) ?? []
  if (start !== text.length || typed === '' || signsOf(typed).length > 0) return formatted
  const shown = formatted.text + (typed.startsWith(ours) ? typed.slice(ours.length) : typed)
  return { text: shown, start: shown.length, end: shown.length }
}
