import { callingCodeOfDigits, isNonGeographic, type Plan, planOf } from './plans.js'
import { fit, type Reading, readInternational } from './readings.js'
import { droppedPrefixes, namesakes, type Renumbering, renumberings } from './renumberings.js'
import type { TypedText } from './typedText.js'

/** What a text would mean with a known mistake of its writer, or of an address book, put right. */
export type Corrections = {
  /** What is meant beyond doubt; null if nothing is. */
  certain: Reading | null
  /** What may be meant, the likeliest first; a mobile number each. */
  offered: Reading[]
}

/** Before a calling code that is written once more there may be what is dialled before one. */
const secondPrefix = '(?:00|0?11|0)?'
const longestPrefix = 9

/**
 * Finds what may be meant by digits that are written by an older plan, with a zero or a plus too many, or with
 * their calling code twice.
 */
export function corrections(text: TypedText, country: string): Corrections {
  const written = writtenForms(text, country)
  const readings = written.map((form) => readInternational(form, country))
  // What libphonenumber makes of them has no trunk prefix and no carrier code any more.
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

/** Whether a number is one of an older plan, so that nobody has it as it stands. */
export function isRetired({ phoneNumber, country }: Reading): boolean {
  return mobileNumbers(renumbered([phoneNumber.slice(1)], renumberings), country).length > 0
}

/** What may be meant by a number that is a good one as it stands. */
export function namesakesOf({ phoneNumber, country }: Reading): Reading[] {
  return mobileNumbers(renumbered([phoneNumber.slice(1)], namesakes), country)
}

function mobileNumbers(forms: readonly string[], country: string): Reading[] {
  return forms.map((form) => readInternational(form, country)).filter(isMobile)
}

function isMobile(reading: Reading): boolean {
  return reading.fit === fit.mobile
}

/** What can be written there, each from the calling code on. */
function writtenForms({ digits, plus, plusAfter }: TypedText, country: string): string[] {
  if (plusAfter !== null) return [digits.slice(plusAfter)]
  const plan = planOf(country)
  if (plus && !digits.startsWith('0')) return [digits]
  const national = plan === null ? [] : [plan.callingCode + digits]
  const isOwnCode = plan !== null && digits.startsWith(plan.callingCode)
  return [...national, ...behindDialled(digits, plan), ...(isOwnCode ? [digits] : [])]
}

/** Some write a plus where none belongs: `+8 912…` in Russia, `+202 555…` in the United States. */
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

/** The same with its calling code once, and without zeros behind it. */
function spellingsOf(form: string): string[] {
  const callingCode = callingCodeOfDigits(form)
  if (callingCode === null || isNonGeographic(callingCode)) return []
  const national = form.slice(callingCode.length)
  const once = national.replace(new RegExp(`^${secondPrefix}${callingCode}`), '')
  return [national, once].flatMap((each) => [callingCode + each, callingCode + each.replace(/^0+/, '')])
}

function renumbered(forms: readonly string[], table: readonly Renumbering[]): string[] {
  return table.flatMap(([old, now]) =>
    forms.filter((form) => old.test(form)).map((form) => form.replace(old, now)),
  )
}

function distinct(readings: readonly Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [reading.phoneNumber, reading])).values()]
}
