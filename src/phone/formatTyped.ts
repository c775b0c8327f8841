import { AsYouType, type CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { digitOf, plusSigns } from './typedText.js'

/** What is in an input, and what is selected of it. */
export type TypedField = {
  text: string
  /** Where the selection begins and ends; the same for a caret. */
  start: number
  end: number
}

/** A field as it is to be shown, and the country that the formatter finds behind the plus. */
export type FormattedField = TypedField & { country: string | undefined }

/** A plus, digits of any script, and what people and formatters put between them; a slash may part two numbers. */
const plain = new RegExp(`^[\\s\\p{Cf}(（]*[${plusSigns}]?[\\p{Nd}\\s\\p{Cf}\\p{Pd}()（）.．−]*$`, 'u')
/** `+44 (0)7400`, or what may become that: the brackets are part of what it means. */
const bracketedZero = /\p{Nd}[^\p{Nd}]*[(（]\s*(?:0\s*[)）]?|$)/u
const sign = new RegExp(`[${plusSigns}]|\\p{Nd}`, 'gu')
/** No number has more digits, with all that is dialled before it: what is longer is two of them. */
const mostDigits = 18

/**
 * Formats an unfinished number the way libphonenumber does as it is typed: as it is dialled in `country`, or behind
 * its plus. It moves what stands between the digits, and nothing else: each digit and the plus stay the characters
 * they are. The caret stays behind the digit that it stood behind.
 *
 * @returns the field as it was where the text is no plain number, or where nothing is known about the country
 */
export function formatTyped(field: TypedField, country: string): FormattedField {
  const { text, start, end } = field
  const signs = signsOf(text)
  const unchanged = { ...field, country: undefined }
  if (signs.length === 0 || signs.length > mostDigits || !isPlain(text)) return unchanged
  const isKnown = Object.hasOwn(metadata.countries, country)
  const digits = signs.map((character) => digitOf(character) ?? '+').join('')
  if (!isKnown && !digits.startsWith('+')) return unchanged
  // The package's own type is the list of its regions, which was just asked.
  const formatter = new AsYouType(isKnown ? (country as CountryCode) : undefined, metadata)
  const pattern = formatter.input(digits)
  let at = 0
  const shown = pattern.replace(/[+\d]/g, () => signs[at++] ?? '')
  const place = (position: number) => behindSign(shown, signsOf(text.slice(0, position)).length)
  return { text: shown, start: place(start), end: place(end), country: formatter.getCountry() }
}

/** Takes the digit, or the plus, away that stands next to the caret. */
export function eraseBeside({ text, start }: TypedField, side: 'backward' | 'forward'): TypedField {
  const before = signsOf(text.slice(0, start)).length
  const erased = side === 'backward' ? before - 1 : before
  const all = [...text.matchAll(sign)]
  const match = all[erased]
  if (match === undefined) return { text, start, end: start }
  const caret = side === 'backward' ? match.index : start
  const rest = text.slice(0, match.index) + text.slice(match.index + match[0].length)
  return { text: rest, start: caret, end: caret }
}

/** The digits of a text and its plus, as they are written. */
export function signsOf(text: string): readonly string[] {
  return text.match(sign) ?? []
}

/** Where a caret belongs in another text for the same number: what is behind it stays behind it. */
export function caretIn(shown: string, { text, end }: TypedField): number {
  return behindSign(shown, signsOf(shown).length - signsOf(text.slice(end)).length)
}

function behindSign(text: string, count: number): number {
  const signs = [...text.matchAll(sign)]
  // Behind the last one a bracket may close.
  if (count >= signs.length) return text.length
  const match = signs[count - 1]
  return match === undefined ? 0 : match.index + match[0].length
}

function isPlain(text: string): boolean {
  return plain.test(text) && !bracketedZero.test(text)
}
