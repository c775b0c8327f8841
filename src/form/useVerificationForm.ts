'use client'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useLatest } from '../hooks/useLatest.js'
import { usePhoneVerification } from '../hooks/usePhoneVerification.js'
import { guessCountry } from '../phone/countries.js'
import type { PhoneVerificationFormProps, Slot } from './options.js'
import { recallCountry, rememberCountry } from './rememberedCountry.js'
import { useFocus, type FocusMover } from './useFocus.js'
import { useNumberForm } from './useNumberForm.js'
import type { VerificationContextValue } from './VerificationContext.js'
import { useWording } from './wording.js'

/** What the form's live region says. The number tells the same words, said again, apart. */
export interface Announcement {
  text: string
  count: number
}

/** Everything the parts of one form share, and what its live region says. */
export function useVerificationForm(props: PhoneVerificationFormProps): {
  context: VerificationContextValue
  rootRef: FocusMover['rootRef']
  announcement: Announcement
} {
  const { webOtp = true, defaultPhoneNumber, classNames, countries } = props
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', count: 0 })
  const announce = useCallback((text: string) => {
    setAnnouncement(({ count }) => ({ text, count: count + 1 }))
  }, [])
  const { rootRef, moveFocus, takeFocus } = useFocus()
  const wording = useWording(props.messages, useLocale(props.locale))
  const codeReceiverRef = useRef<((code: string) => void) | null>(null)
  const wasSentHereRef = useRef(false)

  const verification = usePhoneVerification({
    ...props,
    webOtp: webOtp && ((code) => codeReceiverRef.current?.(code)),
  })
  const country = useDefaultCountry(props)
  const number = useNumberForm({
    verification,
    countries,
    defaults: { country, phoneNumber: defaultPhoneNumber ?? '' },
    onSend: (sent) => {
      wasSentHereRef.current = true
      moveFocus()
      rememberCountry(props.storage, sent)
    },
    onCountryChanged: (changed) => {
      announce(wording.say('countryChanged', { country: wording.countryName(changed) }))
    },
  })
  const { form } = number

  useEffect(() => {
    if (form.getValues('country') === '' && country !== '') form.setValue('country', country)
  }, [form, country])

  // A number that is filled in at first is shown like one that was pasted.
  const numberRef = useLatest(number)
  useEffect(() => {
    if (defaultPhoneNumber !== undefined) void numberRef.current.receive()
  }, [defaultPhoneNumber, numberRef])

  // A reloaded page knows the number from its storage; "Change number" shows it filled in then too.
  const sentTo = 'sentTo' in verification ? verification.sentTo : null
  useEffect(() => {
    if (sentTo !== null && !wasSentHereRef.current) numberRef.current.show(sentTo)
  }, [numberRef, sentTo])

  const context = useMemo(
    (): VerificationContextValue => ({
      verification,
      number,
      options: props,
      wording,
      slot: (slot: Slot) => [`mpv-${toKebab(slot)}`, classNames?.[slot]].filter(Boolean).join(' '),
      announce,
      moveFocus,
      takeFocus,
      codeReceiverRef,
    }),
    [verification, number, props, wording, classNames, announce, moveFocus, takeFocus],
  )
  return { context, rootRef, announcement }
}

function toKebab(slot: Slot): string {
  return slot.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

const subscribeToNothing = () => () => undefined

/** A server cannot know the browser's language, so hydration begins in English and corrects itself. */
function useLocale(locale: string | undefined): string {
  const ofPage = useSyncExternalStore(
    subscribeToNothing,
    () => document.documentElement.lang || navigator.language,
    () => 'en',
  )
  return locale ?? ofPage
}

/** Empty while a page that a server rendered is hydrated: only the browser knows its region. */
function useDefaultCountry({
  defaultCountry,
  countries,
  preferredCountries,
  storage,
}: PhoneVerificationFormProps): string {
  const ofBrowser = useSyncExternalStore(
    subscribeToNothing,
    () => recallCountry(storage) ?? guessCountry(navigator.languages) ?? 'US',
    () => '',
  )
  const wanted = defaultCountry?.toUpperCase() ?? ofBrowser
  if (countries === undefined || wanted === '' || countries.includes(wanted)) return wanted
  return preferredCountries?.find((country) => countries.includes(country)) ?? countries[0] ?? wanted
}
