import { AsYouType, type CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/mobile/metadata'
import { digitOf, plusSigns } from './typedText.js'

/** The text of an input, and its selection. */
export type TypedField = {
  text: string
  /** Where the selection begins and ends; both are equal for a caret. */
  start: number
  end: number
}

/** A field as it should be shown, and the country that the formatter finds for the number. */
export type FormattedField = TypedField & { country: string | undefined }

/**
 * Matches a plus, digits of any script, and the usual separators. A slash is not one of them, because it may separate
 * two numbers.
 */
const plain = new RegExp(`^[\\s\\p{Cf}(（]*[${plusSigns}]?[\\p{Nd}\\s\\p{Cf}\\p{Pd}()（）.．−]*$`, 'u')
/** Matches `+44 (0)7400` and what may become it. Such a text is not formatted, because its brackets have a meaning. */
const bracketedZero = /\p{Nd}[^\p{Nd}]*[(（]\s*(?:0\s*[)）]?|$)/u
const sign = new RegExp(`[${plusSigns}]|\\p{Nd}`, 'gu')
/** No number has more digits, even with every prefix that is dialled before it. A longer text is two numbers. */
const mostDigits = 18
/**
 * No number is longer, with every separator. A longer text is not searched: that would take time that grows with the
 * square of its length.
 */
const longestNumber = 100

/**
 * Formats an unfinished number with libphonenumber's as-you-type formatter: in the national format of `country`, or
 * in international format if it has a plus. Only the separators change; each digit and the plus stay the same
 * characters. The caret stays after the same digit.
 *
 * @returns the field unchanged if the text is not a plain number or is too long for one, or if the country is unknown
 */
export function formatTyped(field: TypedField, country: string): FormattedField {
  const { text, start, end } = field
  const unchanged = { ...field, country: undefined }
  if (text.length > longestNumber) return unchanged
  const signs = signsOf(text)
  if (signs.length === 0 || signs.length > mostDigits || !isPlain(text)) return unchanged
  const isKnown = Object.hasOwn(metadata.countries, country)
  const digits = signs.map((character) => digitOf(character) ?? '+').join('')
  if (!isKnown && !digits.startsWith('+')) return unchanged
  // `isKnown` has just checked that `country` is one of the regions in the package's type.
  const formatter = new AsYouType(isKnown ? (country as CountryCode) : undefined, metadata)
  const pattern = formatter.input(digits)
  let at = 0
  const shown = pattern.replace(/[+\d]/g, () => signs[at++] ?? '')
  const place = (position: number) => behindSign(shown, signsOf(text.slice(0, position)).length)
  return { text: shown, start: place(start), end: place(end), country: formatter.getCountry() }
}

/** Removes the digit or the plus next to the caret. */
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

/** The digits and the plus of a text, as they are written. */
export function signsOf(text: string): readonly string[] {
  return text.match(sign) ?? []
}

/** Where a caret belongs in another text for the same number: the digits after the caret stay after it. */
export function caretIn(shown: string, { text, end }: TypedField): number {
  return behindSign(shown, signsOf(shown).length - signsOf(text.slice(end)).length)
}

function behindSign(text: string, count: number): number {
  const signs = [...text.matchAll(sign)]
  // A closing bracket may follow the last digit.
  if (count >= signs.length) return text.length
  const match = signs[count - 1]
  return match === undefined ? 0 : match.index + match[0].length
}

function isPlain(text: string): boolean {
  return plain.test(text) && !bracketedZero.test(text)
}
