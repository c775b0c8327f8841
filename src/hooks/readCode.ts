import { normalizeCode, separators, toAsciiDigits, withoutInvisible } from './normalizeCode.js'

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
  const bare = whole.replace(AROUND, '')
  // "G-123456" is digits with a sender's letter before them.
  if (LETTERS.test(bare) && isLong(bare) && !isDigits(normalizeCode(bare))) return bare

  const rest = toAsciiDigits(whole)
    .replace(LINK, ' ')
    .replace(PHONE_NUMBER, ' ')
    .replace(/\s{1,3}/g, ' ')
  const find = (part: string) => (codeLength === undefined ? oneRun(part) : runOrWord(part, isLong))
  // A message may also have a time or a date, which look like groups of a code.
  return find(rest.replace(TIME, ' ')) ?? find(rest)
}

function runOrWord(text: string, isLong: (code: string) => boolean): string | null {
  const runs = (text.match(RUN) ?? []).map(digitsOf).filter(isLong)
  if (runs.length > 0) return only(runs)
  const words = (text.match(/[\p{L}\d]+/gu) ?? []).filter(isLong)
  // Among several words, only one that contains a digit can be a code.
  return only(words.length > 1 || /\s/.test(text.trim()) ? words.filter((word) => /\d/.test(word)) : words)
}

/**
 * Reads what a person submits. If it is only digits and separators, the digits are the code. Otherwise it looks for a
 * code in the text, and takes the whole text if it finds none.
 */
export function readTypedCode(text: string, known?: KnownCode): string {
  const code = normalizeCode(text)
  return isDigits(code) ? code : (readCode(text, known) ?? code)
}

/** The length of ten joined SMS, in characters. A longer text is not a message, and searching it would be slow. */
const LONGEST_SMS = 1600

const LINK = /https?:\/\/[^\s<"”]+/gi

/**
 * The line that binds the code to a page. A single-line field replaces the line break before it with a space or
 * nothing.
 */
const LAST_LINE = /@[^\s@#]+ #(\S+?)(?: @\S+)?$/

/** A code that contains letters, and only characters that occur in codes. */
const LETTERS = /^(?=.*[a-z])[\w.~-]+=*$/i

/** Quotes, brackets and the like around a text, and the punctuation after it. */
const AROUND = /^["'“”‘’„«»`*#([{<]+|["'“”‘’«»`*)\]}>.,;:!?]+$/g

const PHONE_NUMBER = /\+\d[\d\s().\p{Pd}]{6,}/gu

/** Digits, or short groups of digits with the same separator everywhere. */
const RUN = new RegExp(String.raw`\d{1,4}( ?[${separators}] ?| )\d{1,4}(?:\1\d{1,4})*(?!\d)|\d+`, 'gu')

const TIME = /(?<![\d:./-])(\d{4}[./-])?[0-3]?\d[:./-][0-5]?\d([:./-]\d{2,4})?(?![\d:./-])/g

/**
 * The only run of digits, when the length of the code is unknown. If the text has words and a run of four or more
 * digits, shorter runs don't count. Groups of different lengths may be a code and another number beside it.
 */
function oneRun(text: string): string | null {
  const hasWords = /\p{L}/u.test(text)
  const runs = [...text.matchAll(RUN)]
    .filter(({ 0: run, index }) => !isPartOfWord(text, index, index + run.length))
    .map(([run]) => run)
  const long = runs.filter((run) => digitsOf(run).length > 3)
  if (!hasWords || long.length === 0) return only(runs.map(digitsOf))
  const isEven = (run: string) => new Set(run.split(/\D+/).map((group) => group.length)).size === 1
  return long.every(isEven) ? only(long.map(digitsOf)) : null
}

function isDigits(code: string): boolean {
  return /^\d*$/.test(code)
}

function digitsOf(run: string): string {
  return run.replace(/\D/g, '')
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

/** The token of a link to this session. Quotes, brackets and punctuation after the link are no part of it. */
function tokenOf(link: string, sid: string | null | undefined): string | null {
  for (const address of [link.replace(/[^\w/=~-]+$/, ''), link]) {
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
