import { callingCodeOfDigits, isNonGeographic, type Plan, planOf } from './plans.js'
import { fit, type Reading, readInternational } from './readings.js'
import { droppedPrefixes, namesakes, type Renumbering, renumberings } from './renumberings.js'
import type { TypedText } from './typedText.js'

/** What a text means once a known mistake, by the person or by an address book, is corrected. */
export type Corrections = {
  /** The number that is certainly meant; null if there is none. */
  certain: Reading | null
  /** The numbers that may be meant, the likeliest first. All are mobile numbers. */
  offered: Reading[]
}

/** The international or trunk prefix that may come before a repeated calling code. */
const secondPrefix = '(?:00|0?11|0)?'
const longestPrefix = 9

/**
 * Finds the numbers that may be meant by digits which follow an older numbering plan, contain an extra zero or plus,
 * or repeat the calling code.
 */
export function corrections(text: TypedText, country: string): Corrections {
  const written = writtenForms(text, country)
  const readings = written.map((form) => readInternational(form, country))
  // These have no trunk prefix and no carrier code any more.
  const understood = readings.map(({ phoneNumber }) => phoneNumber.slice(1))
  const spelled = [...new Set([...written, ...understood].flatMap(spellingsOf))]
  const [certain = null] = mobileNumbers(renumbered(written, droppedPrefixes), country)
  const tables = [renumberings, droppedPrefixes, namesakes]
  const forms = [
    ...spelled,
    ...tables.flatMap((table) => renumbered(spelled, table)),
    ...withoutPlus(text, country),
  ]
  const unread = new Set(forms.filter((form) => !written.includes(form)))
  const offered = [...readings.filter(isMobile), ...mobileNumbers([...unread], country)]
  return { certain, offered: distinct(offered) }
}

/** Whether a number belongs to an older numbering plan, so that nobody has it any more. */
export function isRetired({ phoneNumber, country }: Reading): boolean {
  return mobileNumbers(renumbered([phoneNumber.slice(1)], renumberings), country).length > 0
}

/** The mobile numbers that may be meant by a number which is also valid as it is written. */
export function namesakesOf({ phoneNumber, country }: Reading): Reading[] {
  return mobileNumbers(renumbered([phoneNumber.slice(1)], namesakes), country)
}

function mobileNumbers(forms: readonly string[], country: string): Reading[] {
  return forms.map((form) => readInternational(form, country)).filter(isMobile)
}

function isMobile(reading: Reading): boolean {
  return reading.fit === fit.mobile
}

/** The numbers that the text may stand for, each starting with the calling code. */
function writtenForms({ digits, plus, plusAfter }: TypedText, country: string): string[] {
  // A calling code written twice, or the plus on its wrong side: `44+7400…`.
  if (plusAfter !== null) return [digits.slice(plusAfter), digits]
  const plan = planOf(country)
  if (plus && !digits.startsWith('0')) return [digits]
  const national = plan === null ? [] : [plan.callingCode + digits]
  const isOwnCode = plan !== null && digits.startsWith(plan.callingCode)
  return [...national, ...behindDialled(digits, plan), ...(isOwnCode ? [digits] : [])]
}

/** Some people write a plus where none belongs: `+8 912…` in Russia, `+202 555…` in the United States. */
function withoutPlus({ digits, plus, plusAfter }: TypedText, country: string): string[] {
  const callingCode = plus && plusAfter === null ? planOf(country)?.callingCode : undefined
  return callingCode === undefined ? [] : [callingCode + digits]
}

function behindDialled(digits: string, plan: Plan | null): string[] {
  return Array.from({ length: longestPrefix }, (_, index) => index + 1)
    .filter((length) => {
      const prefix = digits.slice(0, length)
      return prefix === '00' || plan?.dialled.test(prefix) === true
    })
    .map((length) => digits.slice(length))
}

/** Other spellings of a number: with its calling code only once, and without zeros after the calling code. */
function spellingsOf(form: string): string[] {
  const callingCode = callingCodeOfDigits(form)
  if (callingCode === null || isNonGeographic(callingCode)) return []
  const national = form.slice(callingCode.length)
  const once = national.replace(new RegExp(`^${secondPrefix}${callingCode}`), '')
  // In some countries the number itself begins with a zero, so only some of the zeros may be too many.
  return [national, once].flatMap((each) =>
    [/^/, /^0+/, /^0/, /^00/].map((zeros) => callingCode + each.replace(zeros, '')),
  )
}

function renumbered(forms: readonly string[], table: readonly Renumbering[]): string[] {
  return table.flatMap(([old, now]) =>
    forms.filter((form) => old.test(form)).map((form) => form.replace(old, now)),
  )
}

function distinct(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [reading.phoneNumber, reading])).values()]
}
