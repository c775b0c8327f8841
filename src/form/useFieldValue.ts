'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useLatest } from '../hooks/useLatest.js'
import type { UsePhoneVerificationResult } from '../hooks/usePhoneVerification.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { PhoneNumber } from '../phone/phoneNumber.js'
import { usePhoneEngine } from '../phone/usePhoneEngine.js'
import type { KnownPhone } from './KnownPhone.js'

/** Options of {@link useFieldValue}. */
export interface FieldValueOptions<Values extends FieldValues, Output> {
  verification: UsePhoneVerificationResult
  /** Changes when another account signs in, and when everything is forgotten. */
  beginning: string
  /** The value in the app's form. */
  value: VerifiedPhone | KnownPhone | null
  onChange: (value: VerifiedPhone | null) => void
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
}

/**
 * Keeps a verification and the value in the app's form in sync. A value in the form is shown as verified. If the form
 * removes it, the verification starts over. If the person changes the number, the value becomes `null`.
 *
 * @returns the verification to show, and how often the form has reset it
 */
export function useFieldValue<Values extends FieldValues, Output>(
  options: FieldValueOptions<Values, Output>,
) {
  const { verification, beginning, value, control, name } = options
  const [resets, setResets] = useState(0)
  const proof = verification.step === 'verified' ? verification.phone : null
  const latestRef = useLatest({ ...options, proof })
  /** The last value that the field wrote to the form, or that it has seen there. */
  const knownRef = useRef(value)

  /** The proof that the field wrote, and the beginning of the form that it belongs to. */
  const [told, setTold] = useState({ key: '', beginning })
  const isTellingRef = useRef(false)
  const tell = (phone: VerifiedPhone | null) => {
    knownRef.current = phone
    setTold({ key: keyOf(phone), beginning: latestRef.current.beginning })
    isTellingRef.current = true
    latestRef.current.onChange(phone)
    isTellingRef.current = false
  }
  const tellRef = useLatest(tell)

  // `onVerified` may have written the value already. Later the field may unmount and mount again with a page of a
  // wizard.
  const provedRef = useRef(proof)
  useEffect(() => {
    const proved = provedRef.current
    provedRef.current = proof
    if (proof !== null && latestRef.current.value === null) tellRef.current(proof)
    // The verification left the verified step on its own: another account signed in, or everything was forgotten.
    if (proof === null && proved !== null && isSame(knownRef.current, proved)) tellRef.current(null)
  }, [proof, latestRef, tellRef])

  // The form removed the value, or set another one.
  const key = keyOf(value)
  const seenRef = useRef(key)
  useEffect(() => {
    // In StrictMode the effect runs a second time with the value that was just removed.
    if (key === seenRef.current) return
    seenRef.current = key
    const { value: held, verification: shown, proof: own } = latestRef.current
    if (isSame(held, knownRef.current)) return
    knownRef.current = held
    if (!isSame(held, own)) shown.reset()
    setResets((count) => count + 1)
  }, [key, latestRef])

  // A verification that was in progress before a page reload replaces the number that the form begins with.
  const { step } = verification
  useEffect(() => {
    const isUnderWay = step === 'code' || step === 'external'
    if (isUnderWay && latestRef.current.value !== null) tellRef.current(null)
  }, [step, latestRef, tellRef])

  // The form wrote `null` over `null`, so it wants to discard the verification in progress.
  useEffect(() => {
    const begin = () => {
      if (latestRef.current.value !== null) return
      latestRef.current.verification.reset()
      setResets((count) => count + 1)
    }
    return watchWrites(control, name, begin, () => isTellingRef.current)
  }, [control, name, latestRef])

  // What the field wrote before another beginning is nothing to the person who is here now, even in this one render.
  const isGone = key !== '' && told.key === key && told.beginning !== beginning
  const shown = useShown(isGone ? null : value, verification, () => tellRef.current(null))
  return { shown, resets, tell }
}

/** Shows a value as verified, even if it came from the app. */
function useShown(
  value: VerifiedPhone | KnownPhone | null,
  verification: UsePhoneVerificationResult,
  clear: () => void,
): UsePhoneVerificationResult {
  const { display, country } = useDisplay(value)
  const clearRef = useLatest(clear)
  return useMemo(() => {
    if (value === null) return verification
    const changeNumber = () => {
      clearRef.current()
      verification.changeNumber()
    }
    if (verification.step === 'verified') return { ...verification, changeNumber }
    const { phoneNumber, sid = '', clientSecret = '' } = value
    return {
      ...verification,
      changeNumber,
      error: null,
      step: 'verified',
      phone: { ...value, country, sid, clientSecret },
      sentTo: { phoneNumber, country, display, echo: null },
      retry: () => undefined,
    }
  }, [value, verification, display, country, clearRef])
}

/** A number in its display format, and its country, once the numbering plans have loaded. */
function useDisplay(value: VerifiedPhone | KnownPhone | null): { display: string; country: string } {
  const { parse } = usePhoneEngine()
  const { phoneNumber = '', country = '' } = value ?? {}
  const [read, setRead] = useState<PhoneNumber | null>(null)
  useEffect(() => {
    let isWanted = phoneNumber !== ''
    if (isWanted) {
      void parse(phoneNumber, country).then((parsed) => {
        if (isWanted && parsed.status === 'ok') setRead(parsed)
      })
    }
    return () => {
      isWanted = false
    }
  }, [parse, phoneNumber, country])
  const { display, country: found } = read?.phoneNumber === phoneNumber ? read : noneRead
  return { display: display || phoneNumber, country: country || found }
}

const noneRead = { display: '', country: '' }

function keyOf(phone: VerifiedPhone | KnownPhone | null): string {
  return phone === null ? '' : [phone.phoneNumber, phone.sid, phone.clientSecret].join(' ')
}

function isSame(one: VerifiedPhone | KnownPhone | null, other: VerifiedPhone | KnownPhone | null): boolean {
  return keyOf(one) === keyOf(other)
}

/**
 * Calls `onWrite` when the app's form writes to a field: with `setValue`, `resetField`, or a `reset` that keeps
 * nothing. After such a reset the form has forgotten its fields. A reset that keeps values, or changed values, sets
 * the other fields to what they already are, and must not discard anything.
 */
function watchWrites<Values extends FieldValues, Output>(
  control: Control<Values, unknown, Output>,
  name: FieldPath<Values>,
  onWrite: () => void,
  isOurs: () => boolean,
): () => void {
  // Older versions of react-hook-form apply the `values` of `useForm` with an ordinary reset, for the first time on
  // mount.
  let values = control._state.mount ? control._options.values : undefined
  let defaults: unknown = control._defaultValues
  const isOfValues = () => {
    const is = control._options.values !== values && control._defaultValues !== defaults
    values = control._options.values
    defaults = control._defaultValues
    return is
  }
  /** The fields that the form has during a reset; `null` otherwise. */
  let known: Set<string> | null = null
  let [isWritten, isReset] = [false, false]
  const { unsubscribe } = control._subjects.state.subscribe({
    next: (change) => {
      if (isOurs() || change.type !== undefined) return
      if (change.values !== undefined && change.name === undefined) {
        known = control._names.mount
        isReset = true
      } else if (known !== null && change.submitCount !== undefined) {
        if (!isOfValues() && known !== control._names.mount) onWrite()
        known = null
      } else if (change.values !== undefined && change.name === name) {
        isWritten = true
      } else return
      // The write may be part of a reset, which is reported only after its fields.
      queueMicrotask(() => {
        if (isWritten && !isReset) onWrite()
        isWritten = isReset = false
      })
    },
  })
  return unsubscribe
}
