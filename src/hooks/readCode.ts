import { normalizeCode, toAsciiDigits, withoutInvisible } from './normalizeCode.js'

/** What is known about a code before it is read. */
export interface KnownCode {
  /** How many characters it has. */
  codeLength?: number | undefined
  /** The session ID that a link must contain. */
  sid?: string | null | undefined
}

/**
 * Finds the code in a whole text, such as the message that brought it. In this order, it looks for: the token in a
 * verification link of this session, the code in a last line that binds it to a page, a text that is only a code with
 * letters, the only run of the known length, or the only run of digits.
 *
 * @returns `null` if there is no code, if several texts could be it, or if the text is longer than any SMS.
 */
export function readCode(text: string, { codeLength, sid }: KnownCode = {}): string | null {
  if (text.length > LONGEST_SMS) return null
  const whole = withoutInvisible(text)
  const token = only([...whole.matchAll(LINK)].map(([link]) => tokenOf(link, sid)))
  if (token !== null) return token
  const isLong = (code: string) => codeLength === undefined || code.length === codeLength
  const [, bound = ''] = LAST_LINE.exec(whole) ?? []
  if (bound !== '' && isLong(bound)) return bound
  if (LETTERS.test(whole) && isLong(whole) && !SENDER.test(whole)) return whole

  const rest = toAsciiDigits(whole).replace(LINK, ' ').replace(PHONE_NUMBER, ' ')
  if (codeLength === undefined) return oneRun(rest)
  const runs = [...rest.matchAll(RUN)].map(([run]) => run.replace(/\D/g, '')).filter(isLong)
  if (runs.length > 0) return only(runs)
  const words = (rest.match(/[\p{L}\d]+/gu) ?? []).filter(isLong)
  // Among several words, only one that contains a digit can be a code.
  return only(words.length > 1 || /\s/.test(rest.trim()) ? words.filter((word) => /\d/.test(word)) : words)
}

/**
 * Reads what a person submits. If it is only digits and separators, the digits are the code. Otherwise it looks for a
 * code in the text, and takes the whole text if it finds none.
 */
export function readTypedCode(text: string, known?: KnownCode): string {
  const code = normalizeCode(text)
  return /^\d*$/.test(code) ? code : (readCode(text, known) ?? code)
}

/** The length of ten joined SMS, in characters. A longer text is not a message, and searching it would be slow. */
const LONGEST_SMS = 1600

const LINK = /https?:\/\/\S+/gi

/**
 * The line that binds the code to a page. A single-line field replaces the line break before it with a space or
 * nothing.
 */
const LAST_LINE = /@[^\s@#]+ #(\S+?)(?: @\S+)?$/

/** A code that contains letters, and only characters that occur in codes. */
const LETTERS = /^(?=.*[a-z])[\w.~-]+=*$/i

/** A sender's letter before digits, as in "G-123456". */
const SENDER = /^[a-z]\p{Pd}[\d\s\p{Pd}.]+$/iu

const PHONE_NUMBER = /\+\d[\d\s().\p{Pd}]{6,}/gu

/** Digits, or short groups of digits with separators. */
const RUN = /\d{1,4}(?:(?:\s{1,2}|[.,·_]|\s?\p{Pd}\s?)\d{1,4})+(?!\d)|\d+/gu

/**
 * The only run of digits, when the length of the code is unknown. If the text has words and a run of four or more
 * digits, shorter runs don't count.
 */
function oneRun(text: string): string | null {
  const runs = [...text.matchAll(RUN)]
    .filter(({ 0: run, index }) => !isPartOfWord(text, index, index + run.length))
    .map(([run]) => run.replace(/\D/g, ''))
  const long = runs.filter((run) => run.length > 3)
  return only(/\p{L}/u.test(text) && long.length > 0 ? long : runs)
}

/**
 * Whether digits are part of a code with letters: "aB12", "GG-12". Directly beside the digits only Latin letters
 * count, because some other scripts put no space between words and digits.
 */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return (
    /(?:\p{sc=Latin}|[\p{L}\d]{2}[\p{Pd}_])$/u.test(text.slice(0, start)) ||
    /^\p{sc=Latin}/u.test(text.slice(end))
  )
}

/** The token of a link to this session. Punctuation after the link is ignored if necessary. */
function tokenOf(link: string, sid: string | null | undefined): string | null {
  for (const address of [link, link.replace(/[^\w/=~-]+$/, '')]) {
    const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1])
    if (sid && query.get('sid') === sid) return query.get('token')
  }
  return null
}

/** The only distinct value; `null` if there is none or several. */
function only(values: readonly (string | null)[]): string | null {
  const [value = null, ...others] = new Set(values.filter(Boolean))
  return others.length === 0 ? value : null
}
