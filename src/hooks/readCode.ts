import { normalizeCode, toAsciiDigits, withoutInvisible } from './normalizeCode.js'

/** What is known of a code before it is read. */
export interface KnownCode {
  /** How many characters it has. */
  codeLength?: number | undefined
  /** The session that a link has to name. */
  sid?: string | null | undefined
}

/**
 * Finds the code in a text that came whole, such as the message that brought it: the token of a verification link of
 * this session, the code in the last line that binds it to a page, the one run of the known length, or the one run of
 * digits. A code of letters that stands alone is taken as it is.
 *
 * @returns `null` where several could be the code, or none, and where the text is longer than any SMS.
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
  // Among other words only one with a digit in it is a code.
  return only(words.length > 1 || /\s/.test(rest.trim()) ? words.filter((word) => /\d/.test(word)) : words)
}

/**
 * Reads what a person submits: a text of digits is the code whatever separates them; else the code is looked for, and
 * the text is taken as it is where none is found.
 */
export function readTypedCode(text: string, known?: KnownCode): string {
  const code = normalizeCode(text)
  return /^\d*$/.test(code) ? code : (readCode(text, known) ?? code)
}

/** Ten messages in one. What is longer is a document, in which no expression has to search. */
const LONGEST_SMS = 1600

const LINK = /https?:\/\/\S+/gi

/** A field of one line puts a space, or nothing, in the place of the break before it. */
const LAST_LINE = /@[^\s@#]+ #(\S+?)(?: @\S+)?$/

/** A code in which there are letters, and nothing that no code has. */
const LETTERS = /^(?=.*[a-z])[\w.~-]+=*$/i

/** The letter of a sender before digits. */
const SENDER = /^[a-z]\p{Pd}[\d\s\p{Pd}.]+$/iu

const PHONE_NUMBER = /\+\d[\d\s().\p{Pd}]{6,}/gu

/** Digits, or short groups of them with something in between. */
const RUN = /\d{1,4}(?:(?:\s{1,2}|[.,·_]|\s?\p{Pd}\s?)\d{1,4})+(?!\d)|\d+/gu

/** The one run of digits where nobody knows how long a code is. Beside words, less than four digits are not one. */
function oneRun(text: string): string | null {
  const runs = [...text.matchAll(RUN)]
    .filter(({ 0: run, index }) => !isPartOfWord(text, index, index + run.length))
    .map(([run]) => run.replace(/\D/g, ''))
  const long = runs.filter((run) => run.length > 3)
  return only(/\p{L}/u.test(text) && long.length > 0 ? long : runs)
}

/** Whether digits belong to a code of letters: "aB12", "GG-12". The languages that write no spaces have other letters. */
function isPartOfWord(text: string, start: number, end: number): boolean {
  return (
    /(?:\p{sc=Latin}|[\p{L}\d]{2}[\p{Pd}_])$/u.test(text.slice(0, start)) ||
    /^\p{sc=Latin}/u.test(text.slice(end))
  )
}

/** The token of a link to this session. A sentence may end behind it. */
function tokenOf(link: string, sid: string | null | undefined): string | null {
  for (const address of [link, link.replace(/[^\w/=~-]+$/, '')]) {
    const query = new URLSearchParams(/\?([^#]*)/.exec(address)?.[1])
    if (sid && query.get('sid') === sid) return query.get('token')
  }
  return null
}

/** The one value among these, however often it is there. */
function only(values: readonly (string | null)[]): string | null {
  const [value = null, ...others] = new Set(values.filter(Boolean))
  return others.length === 0 ? value : null
}
