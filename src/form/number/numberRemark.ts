import type { PhoneNumber } from '../../phone/phoneNumber.js'
import type { ReadNumber } from './readNumber.js'

/** What is asked about a number, or warned of, before it is sent. */
type Remark =
  | { type: 'question'; candidates: readonly PhoneNumber[] }
  | {
      type: 'warning'
      number: PhoneNumber
      /** Whether it does not look like a mobile number; if it does, it may still be written by an older plan. */
      isOdd: boolean
      /** What may be meant in its place. */
      candidates: readonly PhoneNumber[]
    }

/** What the form has to say about a number before it is sent. */
export type NumberRemark = {
  /** Whether the person wanted to send; then the answer to a question sends. */
  isSending: boolean
} & Remark

type Understood = Exclude<ReadNumber, { status: 'invalid' }>

/** What is to be said about a number; nothing of one that the person wants in spite of it, known by its E.164. */
export function remarkOf(parsed: Understood, wanted: string | null): Remark | null {
  if (parsed.status === 'ambiguous') return { type: 'question', candidates: parsed.candidates }
  const { warning, suggestions: candidates = [], phoneNumber } = parsed
  const isOdd = warning !== undefined
  if (phoneNumber === wanted || (!isOdd && candidates.length === 0)) return null
  return { type: 'warning', number: parsed, isOdd, candidates }
}

/** Takes the answer to an earlier question, so that it is not asked again about the number that it gave. */
export function withAnswer(parsed: Understood, answer: PhoneNumber | null, text: string): Understood {
  const isAnswered = text.replace(/[^+\d]/g, '') === answer?.phoneNumber
  if (parsed.status === 'ok' || answer === null || !isAnswered) return parsed
  return { status: 'ok', ...answer, warning: 'not-mobile' }
}
