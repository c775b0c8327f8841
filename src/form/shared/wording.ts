'use client'
import { useMemo } from 'react'
import type { PhoneVerificationError } from '../../matrix/PhoneVerificationError.js'
import { errorMessageKey } from '../../messages/describeError.js'
import { en } from '../../messages/en.js'
import { formatClock, formatDuration, formatMessage } from '../../messages/format.js'
import type { MessageKey, Messages } from '../../messages/messages.js'
import { callingCodeOf, localeOf } from '../../phone/countries.js'
import { countryLabel, countryName } from '../../phone/countryName.js'
import type { FormOptions } from './FormOptions.js'

/** The words of a form in one language. */
export interface Wording {
  locale: string
  /** A message with its placeholders filled. */
  say: (key: MessageKey, values?: Record<string, string | number>) => string
  /** What an error means, and what the person can do. */
  explain: (error: PhoneVerificationError) => string
  countryName: (country: string) => string
  /** "France (+33)" */
  countryLabel: (country: string) => string
  clock: (seconds: number) => string
  duration: (seconds: number) => string
}

/**
 * The language of the messages: their own, or the one that the app states for them. The default messages are English.
 */
export function languageOf({ messages, locale }: Pick<FormOptions, 'messages' | 'locale'>): string {
  return messages?.locale ?? (messages && locale) ?? 'en'
}

/** The words of a form: English, or the app's own. */
export function useWording(messages: Partial<Messages> | undefined, tag: string): Wording {
  return useMemo(() => {
    // The language of a page may not be a valid BCP 47 tag, for which Intl throws.
    const locale = localeOf(tag)?.toString() ?? 'en'
    const say: Wording['say'] = (key, values = {}) =>
      formatMessage(messages?.[key] ?? en[key], values, locale)
    const name = (country: string) => countryName(country, locale)
    return {
      locale,
      say,
      explain: (error) => say(errorMessageKey(error)),
      countryName: name,
      countryLabel: (country) => countryLabel(name(country), callingCodeOf(country) ?? ''),
      clock: (seconds) => formatClock(seconds, locale),
      duration: (seconds) => formatDuration(seconds, locale),
    }
  }, [messages, tag])
}
