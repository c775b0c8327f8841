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
  /** What the form of the app holds. */
  value: VerifiedPhone | KnownPhone | null
  onChange: (value: VerifiedPhone | null) => void
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
}

/**
 * Keeps a verification and the value of somebody else's form the same: a value that is there shows as verified,
 * one that the form takes away begins the verification anew, and a number that is changed takes the value away.
 *
 * @returns the verification as it is to be shown, and how often the form took it back to its beginning.
 */
export function useFieldValue<Values extends FieldValues, Output>(
  options: FieldValueOptions<Values, Output>,
) {
  const { verification, value, control, name } = options
  const [resets, setResets] = useState(0)
  const proof = verification.step === 'verified' ? verification.phone : null
  const latestRef = useLatest({ ...options, proof })
  /** What the form holds because of us, or what we know that it holds. */
  const knownRef = useRef(value)

  const isTellingRef = useRef(false)
  const tell = (phone: VerifiedPhone | null) => {
    knownRef.current = phone
    isTellingRef.current = true
    latestRef.current.onChange(phone)
    isTellingRef.current = false
  }
  const tellRef = useLatest(tell)

  // The form may have been told already, by onVerified; after that it may come and go with a page of a wizard.
  const provedRef = useRef(proof)
  useEffect(() => {
    const proved = provedRef.current
    provedRef.current = proof
    if (proof !== null && latestRef.current.value === null) tellRef.current(proof)
    // The verification left its end by itself; what it proved is spent.
    if (proof === null && proved !== null && isSame(knownRef.current, proved)) tellRef.current(null)
  }, [proof, latestRef, tellRef])

  // The form took the value away, or has another one than we know of.
  const key = keyOf(value)
  const seenRef = useRef(key)
  useEffect(() => {
    // StrictMode's rehearsal comes again with the value that was just taken away.
    if (key === seenRef.current) return
    seenRef.current = key
    const { value: held, verification: shown, proof: own } = latestRef.current
    if (isSame(held, knownRef.current)) return
    knownRef.current = held
    if (!isSame(held, own)) shown.reset()
    setResets((count) => count + 1)
  }, [key, latestRef])

  // A number that the form begins with gives way to one that was being verified before the page was reloaded.
  const { step } = verification
  useEffect(() => {
    const isUnderWay = step === 'code' || step === 'external'
    if (isUnderWay && latestRef.current.value !== null) tellRef.current(null)
  }, [step, latestRef, tellRef])

  // The form put nothing in the place of nothing: what is under way was to go.
  useEffect(() => {
    const begin = () => {
      if (latestRef.current.value !== null) return
      latestRef.current.verification.reset()
      setResets((count) => count + 1)
    }
    return watchWrites(control, name, begin, () => isTellingRef.current)
  }, [control, name, latestRef])

  const shown = useShown(value, verification, () => tellRef.current(null))
  return { shown, resets, tell }
}

/** A value shows as verified, also where it came from the app. */
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

/** A number as it is read, and its country, as soon as the numbering plans are here. */
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
 * Tells when the form of the app writes to a field: `setValue`, `resetField`, or a `reset` that keeps nothing, at the
 * end of which the form has forgotten its fields. One that keeps values, or those that were changed, sets the others
 * again to what they are, and that is no reason to lose anything.
 */
function watchWrites<Values extends FieldValues, Output>(
  control: Control<Values, unknown, Output>,
  name: FieldPath<Values>,
  onWrite: () => void,
  isOurs: () => boolean,
): () => void {
  // Older versions of react-hook-form take over the `values` of `useForm` by a reset like any other, first on mounting.
  let values = control._state.mount ? control._options.values : undefined
  let defaults: unknown = control._defaultValues
  const isOfValues = () => {
    const is = control._options.values !== values && control._defaultValues !== defaults
    values = control._options.values
    defaults = control._defaultValues
    return is
  }
  /** The fields that the form knows while a reset is under way. */
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
      // It may be one of the fields that a reset sets, which says so after them.
      queueMicrotask(() => {
        if (isWritten && !isReset) onWrite()
        isWritten = isReset = false
      })
    },
  })
  return unsubscribe
}
