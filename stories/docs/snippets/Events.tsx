'use client'
import {
  PhoneVerificationForm,
  type PhoneVerificationEvent,
  type PhoneVerificationErrorKind,
} from 'matrix-phone-verification'

/** Whatever the app counts with. */
type Count = (name: string, labels: { country: string; kind?: PhoneVerificationErrorKind }) => void

/** How many codes are asked for, arrive and are refused, country by country. */
export function CountedForm({ count }: { count: Count }) {
  const report = (event: PhoneVerificationEvent) => {
    const country = event.country ?? 'none'
    if (event.type === 'sendFailed' || event.type === 'codeRejected') {
      count(event.type, { country, kind: event.kind })
    } else {
      count(event.type, { country })
    }
  }
  return <PhoneVerificationForm homeserver="https://matrix.example.org" purpose="register" onEvent={report} />
}
