'use client'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useForgottenCount } from '../hooks/useForgottenCount.js'
import { useLatest } from '../hooks/useLatest.js'
import { usePhoneVerification } from '../hooks/usePhoneVerification.js'
import { PURPOSES } from '../matrix/purposes.js'
import { guessCountry, isCountry, localeOf, upperCase } from '../phone/countries.js'
import { createAnnouncer } from './shared/announcer.js'
import { dataOf, joinNames } from './shared/mergeProps.js'
import { isAboutNumber } from './number/numberProblem.js'
import type { FormProps, Slot } from './shared/FormOptions.js'
import type { PartState } from './shared/PartState.js'
import { recallCountry, rememberCountry } from './number/rememberedCountry.js'
import { useFocus } from './shared/useFocus.js'
import type { NumberForm } from './number/NumberForm.js'
import { useNumberForm } from './number/useNumberForm.js'
import type { VerificationContextValue } from './shared/VerificationContext.js'
import { languageOf, useWording, type Wording } from './shared/wording.js'

/**
 * The verification behind a form. A code that the browser reads from the SMS goes to the code field.
 *
 * @returns the verification, and a key that changes when another account signs in or everything is cleared
 */
export function useFormVerification(
  props: FormProps,
  codeReceiverRef: VerificationContextValue['codeReceiverRef'],
): Pick<VerificationFormOptions, 'verification' | 'beginning'> {
  const { homeserver, purpose, webOtp = true } = props
  const [resets, setResets] = useState(0)
  const verification = usePhoneVerification({
    ...props,
    webOtp: webOtp && ((code) => codeReceiverRef.current?.(code)),
    onEvent: (event) => {
      if (event.type === 'reset') setResets((count) => count + 1)
      return props.onEvent?.(event)
    },
  })
  const account = PURPOSES[purpose].isOfAccount && typeof homeserver !== 'string' && homeserver.account
  return { verification, beginning: [account, resets, useForgottenCount()].join(' ') }
}

/** Options of {@link useVerificationForm}. */
export interface VerificationFormOptions extends Pick<
  VerificationContextValue,
  'verification' | 'codeReceiverRef' | 'as' | 'problem' | 'input'
> {
  options: FormProps
  /** A key. When it changes, everything that was typed and shown is cleared. */
  beginning: string
}

/** What the parts of one form share: the state of all steps, and the number, which changes more often. */
export function useVerificationForm(form: VerificationFormOptions): {
  context: VerificationContextValue
  number: NumberForm
} {
  const { verification, problem, options: props } = form
  const { defaultPhoneNumber, countries, disabled = false } = props
  const [announcer] = useState(createAnnouncer)
  const { announce } = announcer
  const focus = useFocus()
  const isHydrated = useIsHydrated()
  const { moveFocus } = focus
  const wording = useWording(props.messages, localeFor(props, isHydrated))
  const wasSentHereRef = useRef(false)
  const country = defaultCountryOf(props, isHydrated)
  const number = useNumberForm({
    verification,
    countries,
    formatAsYouType: props.formatAsYouType ?? true,
    defaults: { country, phoneNumber: defaultPhoneNumber ?? '' },
    onSend: (sent) => {
      wasSentHereRef.current = true
      moveFocus()
      rememberCountry(props, sent)
    },
    onCountryChanged: (changed) => {
      announce(wording.say('countryChanged', { country: wording.countryName(changed) }))
    },
  })
  const numberRef = useLatest(number)

  // The app's values may arrive late, for example from a profile. The browser's country is known after hydration.
  const isGiven = Boolean(props.defaultCountry) || defaultPhoneNumber !== undefined
  useEffect(() => {
    const { country: shown, fillIn } = numberRef.current
    const isFound = country !== '' && shown.get() === ''
    if (isGiven || isFound) fillIn({ country, phoneNumber: defaultPhoneNumber ?? '' })
  }, [country, defaultPhoneNumber, isGiven, numberRef])

  // After a reload the number comes from the storage. "Change number" shows it then, too.
  const sentTo = 'sentTo' in verification ? verification.sentTo : null
  useEffect(() => {
    if (sentTo !== null && !wasSentHereRef.current) numberRef.current.show(sentTo)
  }, [numberRef, sentTo])

  const { step, isPending, requestToken, submitToken } = verification
  const isSending = number.isReading || (isPending && requestToken.isPending)
  const isVerifying = isPending && submitToken.isPending
  const isRefused = step === 'number' && (number.reason !== null || isAboutNumber(number))
  const status = isSending ? 'sending' : isVerifying ? 'verifying' : 'idle'
  const invalid = isRefused || problem !== null
  useProgress(status, wording, announce)
  // Hydration first renders what the server rendered. Effects of parents run after those of their children.
  useEffect(() => {
    if (isHydrated) announcer.begin()
  }, [isHydrated, announcer])

  // Memoised, so that a message about the number renders only the parts of the number.
  const context = useMemo(() => {
    const state: PartState = { step, status, pending: isPending, invalid, disabled }
    const slot = (slot: Slot) => joinNames(ownName(slot), form.options.classNames?.[slot])
    return { ...form, ...focus, ...announcer, wording, slot, state, data: dataOf(state) }
  }, [form, focus, announcer, wording, step, status, isPending, invalid, disabled])
  return { context, number }
}

/** How long a request takes before it is announced, in milliseconds. */
const PATIENCE = 1000

/** Announces the request in progress, unless it is over quickly. */
function useProgress(
  status: PartState['status'],
  wording: Wording,
  announce: VerificationContextValue['announce'],
): void {
  const words = status === 'idle' ? '' : wording.say(status)
  useEffect(() => {
    if (words === '') return
    const timer = setTimeout(announce, PATIENCE, words)
    return () => clearTimeout(timer)
  }, [words, announce])
}

const ownNames: Partial<Record<Slot, string>> = {}

/** `primaryButton` → `mpv-primary-button` */
function ownName(slot: Slot): string {
  return (ownNames[slot] ??= `mpv-${slot.replace(/[A-Z]/g, '-$&').toLowerCase()}`)
}

/** Whether the page is in a browser, and shows what the browser knows: not on a server, nor in hydration's first render. */
function useIsHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
}

/**
 * The language of names and times: that of the messages, in the variant of the page or the browser, for example
 * `en-GB` for `en`. A server does not know the browser's variant, so the first render during hydration does not use
 * it.
 */
function localeFor(props: FormProps, isHydrated: boolean): string {
  const ofPage = isHydrated ? document.documentElement.lang || navigator.language : ''
  const language = languageOf(props)
  const variant = localeOf(ofPage)?.toString() ?? ''
  return props.locale ?? (variant.startsWith(`${language}-`) ? variant : language)
}

/**
 * The country to begin with. It is empty if the app asks for a country that cannot be chosen, and during the
 * hydration of a server-rendered page, because only the browser knows its region.
 */
function defaultCountryOf(props: FormProps, isHydrated: boolean): string {
  const { defaultCountry, countries, preferredCountries = [] } = props
  const offered = countries?.map(upperCase)
  const isOffered = (country: string) => isCountry(country) && offered?.includes(country) !== false
  if (defaultCountry) return isOffered(upperCase(defaultCountry)) ? upperCase(defaultCountry) : ''
  if (!isHydrated) return ''
  const ofBrowser = recallCountry(props) ?? guessCountry(navigator.languages) ?? 'US'
  if (isOffered(ofBrowser)) return ofBrowser
  return [...preferredCountries.map(upperCase), ...(offered ?? [])].find(isOffered) ?? ofBrowser
}
