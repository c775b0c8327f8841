import type { InvalidReason } from './phoneNumber.js'

/** A typed text with nothing left in it but what counts. */
export type TypedText = {
  /** Whether a plus sign stands before the digits. */
  plus: boolean
  /** All its digits, as ASCII. */
  digits: string
  /** The same digits without the zero of `+44 (0)7700…`; null when there is no such zero. */
  withoutBracketedZero: string | null
}

const ignored = /[\s\p{Cf}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.．·・•/／\\|_'"′`~∼～⁓:：−⁄∕ー<>]/u
const plusSigns = '+＋﹢⁺'
/** A shorter tail of digits behind a letter or `#` is an extension, a longer one is a second number. */
const longestExtension = 7
const shortestNumber = 6
/** What is longer is a document, in which no expression has to search. */
const longestText = 250

/** Reads the digits out of a text, or says why it refuses; it never cuts anything off. */
export function readTypedText(raw: string): TypedText | InvalidReason {
  if (raw.length > longestText) return 'not-digits'
  let digits = ''
  let withoutZero: string | null = null
  let plus = false
  let refusedAfter: number | null = null
  const text = withoutTelScheme(raw).replace(/(\p{Nd}.*)[,;]\s*$/su, '$1')
  for (const character of text) {
    const digit = digitOf(character)
    if (digit !== null) digits += digit
    else if (plusSigns.includes(character) && !plus && digits === '') plus = true
    else if (!ignored.test(character)) refusedAfter ??= digits.length
  }
  const zero = /^(.*\p{Nd}.*)[(（]\s*\p{Nd}\s*[)）]/su.exec(text)
  if (zero?.[1] !== undefined) {
    const before = onlyDigits(zero[1]).length
    if (digits[before] === '0') withoutZero = digits.slice(0, before) + digits.slice(before + 1)
  }
  if (refusedAfter !== null) return refusal(refusedAfter, digits.length)
  return digits === '' ? 'missing' : { plus, digits, withoutBracketedZero: withoutZero }
}

function refusal(before: number, all: number): InvalidReason {
  const after = all - before
  return before >= shortestNumber && after > 0 && after <= longestExtension ? 'extension' : 'not-digits'
}

/** `tel:` links may carry percent escapes; their parameters are left in, so that they are refused and not cut. */
function withoutTelScheme(raw: string): string {
  const link = /^[\s\p{Cf}]*tel:(?:\/\/)?(.*)$/isu.exec(raw)
  if (link?.[1] === undefined) return raw
  try {
    return decodeURIComponent(link[1])
  } catch {
    return link[1]
  }
}

function onlyDigits(text: string): string {
  return Array.from(text, digitOf).join('')
}

/** The value of a decimal digit of any script; Unicode keeps each script's ten together and in order. */
function digitOf(character: string): string | null {
  if (/[0-9]/.test(character)) return character
  if (!/\p{Nd}/u.test(character)) return null
  const code = character.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}
