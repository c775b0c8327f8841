'use client'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { UsePhoneVerificationResult } from '../../hooks/usePhoneVerification.js'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import type { PhoneNumber } from '../../phone/phoneNumber.js'
import { usePhoneEngine } from '../../phone/usePhoneEngine.js'
import { remarkOf, withAnswer, type NumberRemark } from './numberRemark.js'
import type { NumberValues } from './numberSchema.js'
import { quietForm } from '../shared/quietForm.js'
import type { BlockReason, ReadNumber } from './readNumber.js'
import { useFollowedCountry } from './useFollowedCountry.js'
import { useIsHere } from './useIsHere.js'
import { useNumberReader } from './useNumberReader.js'
import { useTypedNumber, type TypedNumber } from './useTypedNumber.js'
import { wasFilled } from '../shared/wasFilled.js'

/** The number step's state: its fields, its remark, and what a person can do. */
export interface NumberForm {
  form: UseFormReturn<NumberValues>
  /** The input, and what the person does in it besides. */
  typed: Pick<TypedNumber, 'inputRef' | 'point' | 'compose'>
  /** Why the number is blocked. */
  reason: BlockReason | null
  /** Another object each time that it is found to be. */
  blocked: object | null
  /** A question or a warning about it. */
  remark: NumberRemark | null
  /** The server's refusal of the number as it stands. */
  refusal: PhoneVerificationError | null
  /** Forgets what was said about the number. */
  forget: () => void
  /** Whether the number is being read before it is sent; that takes a while if the numbering plans are late. */
  isReading: boolean
  /** The person comes to the field: the numbering plans are wanted now. */
  enter: () => void
  /** Reads the number, and sends it if there is nothing to say about it. */
  submit: () => Promise<void>
  /** Reads the number when the person leaves it; an empty one is not remarked on. */
  leave: () => Promise<void>
  /** Forgets what was said about the number before it changed, and takes over one that came whole. */
  edit: (event: Event | undefined) => void
  /** Undoes and redoes by key, once the form has rewritten the number. */
  pressKey: (event: KeyboardEvent<HTMLInputElement>) => void
  selectCountry: (country: string) => void
  /** Keeps what was typed before the page's scripts were here. */
  restore: (text: string) => void
  /** Fills in what the app knows, as long as nothing was typed or chosen. */
  fillIn: (defaults: NumberValues) => void
  /** Fills in the number of a flow that is under way. */
  show: (number: Pick<PhoneNumber, 'display' | 'country'>) => void
  /** Answers the question. */
  choose: (number: PhoneNumber) => Promise<void>
  /** Sends in spite of the warning. */
  sendAnyway: () => Promise<void>
}

/** Options of {@link useNumberForm}. */
export interface NumberFormOptions {
  verification: UsePhoneVerificationResult
  defaults: NumberValues
  /** The only countries to choose from. */
  countries: readonly string[] | undefined
  /** Whether the number is formatted, and the country follows, while it is typed. */
  formatAsYouType: boolean
  /** Called before a send: the next step may take the focus. */
  onSend: (country: string) => void
  onCountryChanged: (country: string) => void
}

/** Joins react-hook-form, the schema and the numbering plans for the number step. */
export function useNumberForm(options: NumberFormOptions): NumberForm {
  const { verification, defaults, countries, formatAsYouType, onSend, onCountryChanged } = options
  const formatRef = useRef<(() => void) | null>(null)
  const engine = usePhoneEngine(formatRef)
  const { loaded, preload } = engine
  const { read, resolver } = useNumberReader(engine, countries)
  const form = useForm<NumberValues>({ resolver, defaultValues: defaults, ...quietForm })
  const [remark, setRemark] = useState<NumberRemark | null>(null)
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  /** The number that the person wants in spite of the warning, and is not warned of again. */
  const wantedRef = useRef<string | null>(null)
  /** The answer to a question, which is not asked again about the same number. */
  const answerRef = useRef<PhoneNumber | null>(null)
  /** Whether anything was typed, chosen or sent. */
  const isTouchedRef = useRef(false)
  const country = useFollowedCountry({ form, countries, onCountryChanged })
  const plans = () => (formatAsYouType ? loaded() : null)
  const typed = useTypedNumber({ form, country, engine: plans, formatRef })
  const isHereRef = useIsHere()
  const { errors, isSubmitting } = form.formState

  /** Shows the number as it was understood; what was typed as it is dialled at home stays in that form. */
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

  /** @returns the number, if there is nothing to ask or to warn of. */
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

  /** @returns what is in the field; nothing if that is empty, or was changed while it was read. */
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
    // The schema, and `leave`, put nothing else there.
    reason: (errors.phoneNumber?.message as BlockReason | undefined) ?? null,
    blocked: errors.phoneNumber ?? null,
    remark,
    refusal: verification.error === outdated ? null : verification.error,
    forget,
    isReading: isSubmitting,
    enter() {
      preload()
      typed.point()
    },
    submit: () =>
      form.handleSubmit(async (values) => {
        const number = consider(await read(values), true)
        // Not awaited: the form reads, which is over; what the request does is told by the verification.
        if (number !== null) void send(number)
      })(),
    async leave() {
      typed.leave()
      // It was remarked on already, as it stands; the remark itself may be what takes the focus.
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
      country.choose(values.country)
      if (values.phoneNumber === '') return
      form.setValue('phoneNumber', values.phoneNumber)
      void receive()
    },
    show(number) {
      isTouchedRef.current = true
      // Nobody knows the country of a number that the account has before the numbering plans are here.
      if (number.country !== '') country.choose(number.country)
      typed.rewrite(number.display)
    },
    async choose(number) {
      const isSending = remark?.isSending === true
      answerRef.current = number
      country.choose(number.country)
      typed.rewrite(number.display)
      const { phoneNumber } = number
      const chosen = consider(await read({ phoneNumber, country: number.country }), isSending)
      if (chosen !== null && isSending) await send(chosen)
    },
    async sendAnyway() {
      if (remark?.type !== 'warning') return
      wantedRef.current = remark.number.phoneNumber
      await send(remark.number)
    },
  }
}
