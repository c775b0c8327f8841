'use client'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { PhoneNumber } from '../../phone/phoneNumber.js'
import { usePhoneEngine } from '../../phone/usePhoneEngine.js'
import type { NumberForm } from './NumberForm.js'
import { remarkOf, withAnswer, type NumberRemark } from './numberRemark.js'
import type { NumberValues } from './numberSchema.js'
import { quietForm } from '../shared/quietForm.js'
import type { BlockReason, ReadNumber } from './readNumber.js'
import { useFollowedCountry } from './useFollowedCountry.js'
import { useIsHere } from './useIsHere.js'
import { useNumberReader } from './useNumberReader.js'
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

/** Connects react-hook-form, the schema and the numbering plans for the number step. */
export function useNumberForm(options: NumberFormOptions): NumberForm {
  const { verification, defaults, countries, formatAsYouType, onSend, onCountryChanged } = options
  const formatRef = useRef<(() => void) | null>(null)
  const engine = usePhoneEngine(formatRef)
  const { loaded, preload } = engine
  const { read, resolver } = useNumberReader(engine, countries)
  const form = useForm<NumberValues>({ resolver, defaultValues: defaults, ...quietForm })
  const [remark, setRemark] = useState<NumberRemark | null>(null)
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  /** The number that the person confirmed despite the warning. They are not warned about it again. */
  const wantedRef = useRef<string | null>(null)
  /** The answer to a question. The question is not asked again about the same number. */
  const answerRef = useRef<PhoneNumber | null>(null)
  /** Whether anything was typed, chosen or sent. */
  const isTouchedRef = useRef(false)
  const country = useFollowedCountry({ form, countries, onCountryChanged })
  const plans = () => (formatAsYouType ? loaded() : null)
  const typed = useTypedNumber({ form, country, engine: plans, formatRef })
  const isHereRef = useIsHere()
  const { errors, isSubmitting } = form.formState

  /** Shows the number in the library's format. A number that was typed in national format stays in that format. */
  function adopt(number: PhoneNumber): void {
    country.follow(number.country)
    country.tell()
    const written = form.getValues('phoneNumber')
    const national = loaded()?.formatNational(number.phoneNumber)
    const isNational = national?.replace(/\D/g, '') === written.replace(/\D/g, '')
    const text = (isNational ? national : undefined) ?? number.display
    if (text !== written && typed.isFree()) typed.rewrite(text)
  }

  async function send(number: PhoneNumber): Promise<void> {
    if (!isHereRef.current) return
    setRemark(null)
    setOutdated(null)
    form.clearErrors()
    isTouchedRef.current = true
    const { phoneNumber, country, display } = number
    onSend(country)
    await verification.send({ phoneNumber, country, display })
  }

  /** @returns the number; null if there is something to ask or to warn about. */
  function consider(parsed: ReadNumber, isSending: boolean): PhoneNumber | null {
    if (parsed.status === 'invalid') return null
    const answered = withAnswer(parsed, answerRef.current, form.getValues('phoneNumber'))
    if (answered.status === 'ok') adopt(answered)
    const due = remarkOf(answered, wantedRef.current)
    setRemark(due && { ...due, isSending })
    return due === null && answered.status === 'ok' ? answered : null
  }

  function forget(): void {
    if (remark !== null) setRemark(null)
    if (errors.phoneNumber !== undefined) form.clearErrors('phoneNumber')
    if (verification.error !== outdated) setOutdated(verification.error)
  }

  /** @returns what the field holds; null if the field is empty, or changed while it was read. */
  async function readField(): Promise<ReadNumber | null> {
    const { phoneNumber, country } = form.getValues()
    if (phoneNumber.trim() === '') return null
    const parsed = await read({ phoneNumber, country })
    const now = form.getValues()
    return now.phoneNumber === phoneNumber && now.country === country ? parsed : null
  }

  async function receive(): Promise<void> {
    const parsed = await readField()
    if (parsed !== null) consider(parsed, false)
  }

  return {
    form,
    typed,
    // Only the schema and `leave` set this message, and both set a `BlockReason`.
    reason: (errors.phoneNumber?.message as BlockReason | undefined) ?? null,
    blocked: errors.phoneNumber ?? null,
    remark,
    refusal: verification.error === outdated ? null : verification.error,
    isReading: isSubmitting,
    enter() {
      preload()
      typed.point()
    },
    submit: () =>
      form.handleSubmit(async (values) => {
        const number = consider(await read(values), true)
        // Not awaited: the submission only reads the number. `verification` reports what the request does.
        if (number !== null) void send(number)
      })(),
    async leave() {
      typed.leave()
      // The text already has a remark or an error. The remark itself may be what took the focus.
      if (remark !== null || errors.phoneNumber !== undefined) return
      const parsed = await readField()
      if (parsed?.status === 'invalid') form.setError('phoneNumber', { message: parsed.reason })
      else if (parsed !== null) consider(parsed, false)
    },
    edit(event) {
      isTouchedRef.current = true
      forget()
      typed.edit(event)
      if (wasFilled(event)) void receive()
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
    restore(text) {
      isTouchedRef.current = true
      form.setValue('phoneNumber', text)
    },
    fillIn(values) {
      if (isTouchedRef.current) return
      country.choose(values.country, false)
      if (values.phoneNumber === '') return
      form.setValue('phoneNumber', values.phoneNumber)
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
