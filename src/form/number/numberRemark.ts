import type { PhoneNumber } from '../../phone/phoneNumber.js'
import type { ReadNumber } from './readNumber.js'

/** A question or a warning about a number, before it is sent. */
type Remark =
  | { type: 'question'; candidates: readonly PhoneNumber[] }
  | {
      type: 'warning'
      number: PhoneNumber
      /** Whether it does not look like a mobile number. If it does, it may still belong to an older numbering plan. */
      isOdd: boolean
      /** The numbers that may be meant instead. */
      candidates: readonly PhoneNumber[]
    }

/** The question or the warning that the form shows before a number is sent. */
export type NumberRemark = {
  /** Whether the person pressed "Send code". If so, answering a question sends the code. */
  isSending: boolean
} & Remark

type Understood = Exclude<ReadNumber, { status: 'invalid' }>

/** The remark about a number; null if there is none, or if the person confirmed this number (`wanted`, E.164). */
export function remarkOf(parsed: Understood, wanted: string | null): Remark | null {
  if (parsed.status === 'ambiguous') return { type: 'question', candidates: parsed.candidates }
  const { warning, suggestions: candidates = [], phoneNumber } = parsed
  const isOdd = warning !== undefined
  if (phoneNumber === wanted || (!isOdd && candidates.length === 0)) return null
  return { type: 'warning', number: parsed, isOdd, candidates }
}

/** Applies the answer to an earlier question, so that the question is not asked again about the chosen number. */
export function withAnswer(parsed: Understood, answer: PhoneNumber | null, text: string): Understood {
  const isAnswered = text.replace(/[^+\d]/g, '') === answer?.phoneNumber
  if (parsed.status === 'ok' || answer === null || !isAnswered) return parsed
  return { status: 'ok', ...answer, warning: 'not-mobile' }
}
