'use client'
import { useEffect, useRef, useState } from 'react'
import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { PhoneNumber } from '../../phone/phoneNumber.js'
import { usePhoneEngine } from '../../phone/usePhoneEngine.js'
import type { NumberForm } from './NumberForm.js'
import { remarkOf, withAnswer, type NumberRemark } from './numberRemark.js'
import { numberSchema } from './numberSchema.js'
import { createFollowedCountry } from './followedCountry.js'
import { createTextField, focusText } from '../shared/textField.js'
import { readNumber, type BlockReason, type NumberValues, type ReadNumber } from './readNumber.js'
import { useIsHere } from './useIsHere.js'
import { useTypedNumber } from './useTypedNumber.js'
import { wasFilled } from '../shared/wasFilled.js'

/** Options of {@link useNumberForm}. */
export interface NumberFormOptions {
  verification: UsePhoneVerificationResult
  defaults: NumberValues
  /** The only countries to choose from. */
  countries: readonly string[] | undefined
  /** Whether the number is formatted, and the country follows, while it is typed. */
  formatAsYouType: boolean
  /** Called before a code is requested, so that the next step may take the focus. */
  onSend: (country: string) => void
  onCountryChanged: (country: string) => void
}

/** Connects the fields, the schema and the numbering plans for the number step. */
export function useNumberForm(options: NumberFormOptions): NumberForm {
  const { verification, defaults, countries, formatAsYouType, onSend, onCountryChanged } = options
  const formatRef = useRef<(() => void) | null>(null)
  const engine = usePhoneEngine(formatRef)
  const { loaded, preload } = engine
  const read = (values: NumberValues) => readNumber(values, engine, countries)
  const [remark, setRemark] = useState<NumberRemark | null>(null)
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  /** The number that the person confirmed despite the warning. They are not warned about it again. */
  const wantedRef = useRef<string | null>(null)
  /** The answer to a question. The question is not asked again about the same number. */
  const answerRef = useRef<PhoneNumber | null>(null)
  /** What is being read before it is sent. */
  const readingRef = useRef<NumberValues | null>(null)
  /** Whether anything was typed, chosen or sent. */
  const isTouchedRef = useRef(false)
  const [field] = useState(() => createTextField(defaults.phoneNumber))
  const [country] = useState(() => createFollowedCountry(defaults.country))
  const [blocked, setBlocked] = useState<{ reason: BlockReason } | null>(null)
  const [isReading, setIsReading] = useState(false)
  useEffect(() => country.update({ countries, onCountryChanged }))
  const plans = () => (formatAsYouType ? loaded() : null)
  const typed = useTypedNumber({ field, country, engine: plans, formatRef })
  const isHereRef = useIsHere()

  const values = (): NumberValues => ({ country: country.get(), phoneNumber: field.read() })

  /** Shows the number in the library's format. A number that was typed in national format stays in that format. */
  function adopt(number: PhoneNumber): void {
    country.follow(number.country)
    country.tell()
    const written = field.read()
    const national = loaded()?.formatNational(number.phoneNumber)
    const isNational = national?.replace(/\D/g, '') === written.replace(/\D/g, '')
    const text = (isNational ? national : undefined) ?? number.display
    if (text !== written && typed.isFree()) typed.rewrite(text)
  }

  async function send(number: PhoneNumber): Promise<void> {
    if (!isHereRef.current) return
    setRemark(null)
    setOutdated(null)
    setBlocked(null)
    isTouchedRef.current = true
    const { phoneNumber, country, display } = number
    onSend(country)
    await verification.send({ phoneNumber, country, display })
  }

  /** @returns the number; null if there is something to ask or to warn about. */
  function consider(parsed: ReadNumber, isSending: boolean): PhoneNumber | null {
    if (parsed.status === 'invalid') return null
    const answered = withAnswer(parsed, answerRef.current, field.read())
    if (answered.status === 'ok') adopt(answered)
    const due = remarkOf(answered, wantedRef.current)
    setRemark(due && { ...due, isSending })
    return due === null && answered.status === 'ok' ? answered : null
  }

  function forget(): void {
    if (remark !== null) setRemark(null)
    if (blocked !== null) setBlocked(null)
    if (verification.error !== outdated) setOutdated(verification.error)
  }

  /** @returns what the field holds; null if the field is empty, or changed while it was read. */
  async function readField(): Promise<ReadNumber | null> {
    const { phoneNumber, country } = values()
    if (phoneNumber.trim() === '') return null
    const parsed = await read({ phoneNumber, country })
    const now = values()
    return now.phoneNumber === phoneNumber && now.country === country ? parsed : null
  }

  async function receive(): Promise<void> {
    const parsed = await readField()
    if (parsed !== null) consider(parsed, false)
  }

  return {
    field,
    country,
    typed,
    reason: blocked?.reason ?? null,
    blocked,
    remark,
    refusal: verification.error === outdated ? null : verification.error,
    isReading,
    enter() {
      preload()
      typed.point()
    },
    async submit() {
      setIsReading(true)
      const submitted = (readingRef.current = values())
      const parsed = await read(submitted)
      if (readingRef.current !== submitted) return
      setIsReading(false)
      const { error } = numberSchema(parsed).safeParse(submitted.phoneNumber)
      // Only a `BlockReason` is the message of an issue of this schema.
      setBlocked(error ? { reason: error.issues[0]?.message as BlockReason } : null)
      const number = consider(parsed, true)
      // Not awaited: the submission only reads the number. `verification` reports what the request does.
      if (number !== null) void send(number)
    },
    stop() {
      readingRef.current = null
      setIsReading(false)
      verification.changeNumber()
      // The button disappears with the request, so the focus moves to the field.
      focusText(field)
    },
    async leave() {
      typed.leave()
      // The text already has a remark or an error. The remark itself may be what took the focus.
      if (remark !== null || blocked !== null) return
      const parsed = await readField()
      if (parsed?.status === 'invalid') setBlocked({ reason: parsed.reason })
      else if (parsed !== null) consider(parsed, false)
    },
    edit({ target, nativeEvent }) {
      isTouchedRef.current = true
      field.hear(target.value)
      forget()
      typed.edit(nativeEvent)
      if (wasFilled(nativeEvent)) void receive()
    },
    pressKey(event) {
      if (!typed.pressKey(event)) return
      event.preventDefault()
      forget()
    },
    selectCountry(chosen) {
      isTouchedRef.current = true
      typed.chooseCountry(chosen)
      forget()
    },
    fillIn(given) {
      const wasTyped = field.wasTyped()
      if (isTouchedRef.current || (wasTyped && country.get() !== '')) return
      country.choose(given.country, false)
      if (given.phoneNumber === '' || wasTyped) return
      field.write(given.phoneNumber)
      void receive()
    },
    show(number) {
      isTouchedRef.current = true
      // The country of a number that the account already has is unknown until the numbering plans have loaded.
      if (number.country !== '') country.choose(number.country)
      typed.rewrite(number.display)
    },
    async choose(number) {
      const isSending = remark?.isSending === true
      answerRef.current = number
      country.choose(number.country)
      typed.rewrite(number.display)
      const chosen = consider(await read(number), isSending)
      if (chosen !== null && isSending) await send(chosen)
    },
    async sendAnyway() {
      if (remark?.type !== 'warning') return
      wantedRef.current = remark.number.phoneNumber
      await send(remark.number)
    },
  }
}
