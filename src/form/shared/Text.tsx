'use client'
import type { ReactNode } from 'react'
import type { MessageKey } from '../../messages/messages.js'
import type { PhoneNumber } from '../../phone/phoneNumber.js'
import { useVerificationContext } from './VerificationContext.js'

/** A message with a phone number, which is shown from left to right in every language. */
export function NumberText({ message, number }: { message: MessageKey; number: PhoneNumber }) {
  const { wording } = useVerificationContext()
  const country = wording.countryName(number.country)
  const [before, after] = wording.say(message, { country }).split('{number}')
  return (
    <>
      {before}
      {after !== undefined && <Digits>{number.display}</Digits>}
      {after}
    </>
  )
}

/** A message with the address of a server, which is shown from left to right in every language. */
export function ServerText({ message, server }: { message: MessageKey; server: string }) {
  const [before, after] = useVerificationContext().wording.say(message).split('{server}')
  return (
    <>
      {before}
      {after !== undefined && (
        <bdi dir="ltr" translate="no">
          {server}
        </bdi>
      )}
      {after}
    </>
  )
}

/** A phone number that translation tools and line breaks leave intact. */
export function Digits({ children }: { children: ReactNode }) {
  return (
    <bdi className="mpv-digits" dir="ltr" translate="no">
      {children}
    </bdi>
  )
}

/** A text after an icon that screen readers ignore. */
export function Marked({ children }: { children: ReactNode }) {
  return (
    <>
      <svg className="mpv-mark" viewBox="0 0 16 16" width="16" aria-hidden="true" focusable="false">
        <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.75 3.5h1.5v4.75h-1.5V4.5Zm0 6h1.5V12h-1.5v-1.5Z" />
      </svg>
      <span>{children}</span>
    </>
  )
}
