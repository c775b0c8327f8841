import type { InvalidReason } from './phoneNumber.js'

/** The meaningful parts of a typed text. */
export type TypedText = {
  /** Whether there is a plus sign before the digits. */
  plus: boolean
  /** How many digits come before a plus sign between the digits: 2 in `+44 +44 7400…`; null if there is none. */
  plusAfter: number | null
  /** All its digits, as ASCII. */
  digits: string
  /** The same digits without the zero of `+44 (0)7700…`; null if there is no such zero. */
  withoutBracketedZero: string | null
}

const ignored = /[\s\p{M}\p{Cf}\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}.．·・•/／\\|_'"′`~∼～⁓:：−⁄∕ー<>]/u
/** The characters that count as a plus. */
export const plusSigns = '+＋﹢⁺'
/** Up to this many digits after `x` or `#` are an extension; more are a second number. */
const longestExtension = 7
const shortestNumber = 6
/**
 * The most digits that a calling code has, with the prefix before it. A plus after more digits begins a second
 * number.
 */
const longestPrefix = 6
/** A longer text is a document, and no expression needs to search it. */
export const longestText = 250
/** The words for an extension, as a regular expression. */
export const extensionWords =
  'e?xt(?:n|ens(?:i[oó]n|ão))?|[xpw]|anexo|intern[oi]?|int|poste|ramal|durchwahl|dw|app(?:arat)?|nebenst(?:elle)?|nst' +
  '|wew(?:n|nętrzny)?|toestel|tst|dahili|ankn(?:ytning)?|lok(?:al)?|alanumero|klapka|kl|linka|mellék|εσωτ(?:ερικό)?' +
  '|доб(?:авочный)?|дод|вн(?:утр)?|máy lẻ|ต่อ|内線|内线|分[机機]|[转轉]接?|내선|구내|שלוחה|داخلی|داخلي|تحويلة'
/** Matches what comes before an extension: a pause, `#`, or a word for it, and nothing else. */
const extensionMark = new RegExp(`^[^\\p{L}]*(?:[,;#]|(?:${extensionWords})(?!\\p{L}))[^\\p{L}]*$`, 'iu')

/** Reads the digits of a text, or returns the reason for refusing it. It never cuts anything off. */
export function readTypedText(raw: string): TypedText | InvalidReason {
  if (raw.length > longestText) return /\p{L}/u.test(raw) ? 'not-digits' : 'too-long'
  let digits = ''
  let withoutZero: string | null = null
  let plus = false
  let plusAfter: number | null = null
  let refusedAfter: number | null = null
  const text = raw.replace(/^[\s\p{Cf}]*tel:(?:\/\/)?/iu, '').replace(/(\p{Nd}.*)[,;]\s*$/su, '$1')
  for (const character of text) {
    const digit = digitOf(character)
    if (digit !== null) digits += digit
    else if (plusSigns.includes(character)) {
      if (digits === '') plus = true
      else plusAfter = digits.length
    } else if (!ignored.test(character)) refusedAfter ??= digits.length
  }
  // An input mask shows `_` for a missing digit.
  if (/_\s*$/.test(text)) refusedAfter ??= digits.length
  const zero = /^(.*\p{Nd}.*)[(（]\s*\p{Nd}\s*[)）]/su.exec(text)
  if (zero?.[1] !== undefined) {
    const before = onlyDigits(zero[1]).length
    if (digits[before] === '0') withoutZero = digits.slice(0, before) + digits.slice(before + 1)
  }
  if (refusedAfter !== null) return refusal(text, refusedAfter, digits.length)
  if (plusAfter !== null && plusAfter > longestPrefix) return 'several-numbers'
  return digits === '' ? 'missing' : { plus, plusAfter, digits, withoutBracketedZero: withoutZero }
}

/** The reason for refusing a text that has an unexpected character after its first `before` digits. */
function refusal(text: string, before: number, all: number): InvalidReason {
  const after = all - before
  const between = /^[^\p{Nd}]*/u.exec(text.slice(endOf(text, before)))?.[0] ?? ''
  const isExtension = after <= longestExtension && extensionMark.test(between)
  if (before >= shortestNumber && after > 0) {
    if (isExtension) return 'extension'
    if (after >= shortestNumber) return 'several-numbers'
  }
  return /\p{L}/u.test(text) ? 'not-digits' : 'unknown-signs'
}

/** The index at which the first `count` digits of a text end. */
function endOf(text: string, count: number): number {
  const ends = Array.from(text.matchAll(/\p{Nd}/gu), (digit) => digit.index + digit[0].length)
  return ends[count - 1] ?? 0
}

function onlyDigits(text: string): string {
  return Array.from(text, digitOf).join('')
}

/** The value of a decimal digit of any script. Unicode keeps the ten digits of each script together and in order. */
export function digitOf(character: string): string | null {
  if (/[0-9]/.test(character)) return character
  if (!/\p{Nd}/u.test(character)) return null
  const code = character.codePointAt(0) ?? 0
  let first = code
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1
  return String((code - first) % 10)
}
