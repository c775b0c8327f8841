'use client'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { UsePhoneVerificationResult } from '../hooks/usePhoneVerification.js'
import type { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { PhoneNumber } from '../phone/phoneNumber.js'
import { usePhoneEngine } from '../phone/usePhoneEngine.js'
import { remarkOf, withAnswer, type NumberRemark } from './numberRemark.js'
import { numberSchema, type NumberValues } from './numberSchema.js'
import { inOfferedCountry, type BlockReason, type ReadNumber } from './readNumber.js'
import { createTextHistory, moveOfKey } from './textHistory.js'
import { wasFilled } from './wasFilled.js'

/** The number step's state: its fields, its remark, and what a person can do. */
export interface NumberForm {
  form: UseFormReturn<NumberValues>
  /** Why the number is blocked. */
  reason: BlockReason | null
  /** A question or a warning about it. */
  remark: NumberRemark | null
  /** The server's refusal of the number as it stands. */
  refusal: PhoneVerificationError | null
  /** Whether the number is being read before it is sent; that takes a while if the numbering plans are late. */
  isReading: boolean
  /** Starts loading the numbering plans. */
  preload: () => void
  /** Reads the number, and sends it if there is nothing to say about it. */
  submit: () => Promise<void>
  /** Reads the number when the person leaves it; an empty one is not remarked on. */
  leave: () => Promise<void>
  /** Shows a number that is filled in as it is understood; one that makes no sense yet is left alone. */
  receive: () => Promise<void>
  /** Forgets what was said about the number before it changed, and takes over one that came whole. */
  edit: (event: Event | undefined) => void
  /** Undoes and redoes by key, once the form has rewritten the number. */
  pressKey: (event: KeyboardEvent) => void
  selectCountry: (country: string) => void
  /** Fills in a number that is known from elsewhere. */
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
  /** Called before a send: the next step may take the focus. */
  onSend: (country: string) => void
  onCountryChanged: (country: string) => void
}

/** Joins react-hook-form, the schema and the numbering plans for the number step. */
export function useNumberForm(options: NumberFormOptions): NumberForm {
  const { verification, defaults, countries, onSend, onCountryChanged } = options
  const { parse, loaded, preload } = usePhoneEngine()
  const read = useCallback(
    async ({ phoneNumber, country }: NumberValues): Promise<ReadNumber> =>
      inOfferedCountry(await parse(phoneNumber, country), countries),
    [parse, countries],
  )
  const resolver = useMemo(() => standardSchemaResolver(numberSchema(read)), [read])
  // What is wrong is said on leaving the field and on sending, not while the person types.
  const form = useForm<NumberValues>({ resolver, defaultValues: defaults, reValidateMode: 'onSubmit' })
  const [remark, setRemark] = useState<NumberRemark | null>(null)
  const [outdated, setOutdated] = useState<PhoneVerificationError | null>(null)
  /** The number that the person wants in spite of the warning, and is not warned of again. */
  const wantedRef = useRef<string | null>(null)
  /** The answer to a question, which is not asked again about the same number. */
  const answerRef = useRef<PhoneNumber | null>(null)
  const [history] = useState(createTextHistory)
  /** Whether the field is still there when its number has been read. */
  const isHereRef = useRef(false)
  useEffect(() => {
    isHereRef.current = true
    return () => {
      isHereRef.current = false
    }
  }, [])
  const { errors, isSubmitting } = form.formState
  const { error } = verification

  /** Shows the number as it was understood; what was typed as it is dialled at home stays in that form. */
  function adopt(number: PhoneNumber): void {
    const { country, phoneNumber: typed } = form.getValues()
    if (number.country !== country) {
      form.setValue('country', number.country)
      onCountryChanged(number.country)
    }
    const national = loaded()?.formatNational(number.phoneNumber)
    const isNational = national !== undefined && digitsOf(national) === digitsOf(typed)
    const text = isNational ? national : number.display
    if (text !== typed) rewrite(text)
  }

  function rewrite(text: string): void {
    history.rewrite(text)
    form.setValue('phoneNumber', text)
  }

  async function send(number: PhoneNumber): Promise<void> {
    if (!isHereRef.current) return
    setRemark(null)
    setOutdated(null)
    form.clearErrors()
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
    if (error !== outdated) setOutdated(error)
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
    // The schema, and `leave`, put nothing else there.
    reason: (errors.phoneNumber?.message as BlockReason | undefined) ?? null,
    remark,
    refusal: error === outdated ? null : error,
    isReading: isSubmitting,
    preload,
    submit: () =>
      form.handleSubmit(async (values) => {
        const number = consider(await read(values), true)
        // Not awaited: the form reads, which is over; what the request does is told by the verification.
        if (number !== null) void send(number)
      })(),
    async leave() {
      // It was remarked on already, as it stands; the remark itself may be what takes the focus.
      if (remark !== null) return
      const parsed = await readField()
      if (parsed?.status === 'invalid') form.setError('phoneNumber', { message: parsed.reason })
      else if (parsed !== null) consider(parsed, false)
    },
    receive,
    edit(event) {
      forget()
      const typed = form.getValues('phoneNumber')
      const text = history.change(typed, event)
      if (text !== typed) form.setValue('phoneNumber', text)
      if (wasFilled(event)) void receive()
    },
    pressKey(event) {
      const by = moveOfKey(event)
      const text = by === 0 ? null : history.move(by)
      if (text === null) return
      event.preventDefault()
      forget()
      form.setValue('phoneNumber', text)
    },
    selectCountry(country) {
      form.setValue('country', country)
      forget()
    },
    show({ display, country }) {
      rewrite(display)
      form.setValue('country', country)
    },
    async choose(number) {
      const isSending = remark?.isSending === true
      answerRef.current = number
      rewrite(number.display)
      const { phoneNumber, country } = number
      const chosen = consider(await read({ phoneNumber, country }), isSending)
      if (chosen !== null && isSending) await send(chosen)
    },
    async sendAnyway() {
      if (remark?.type !== 'warning') return
      wantedRef.current = remark.number.phoneNumber
      await send(remark.number)
    },
  }
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
