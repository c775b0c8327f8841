'use client'
import { useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useLatest } from '../../hooks/useLatest.js'
import { upperCase } from '../../phone/countries.js'
import type { NumberValues } from './numberSchema.js'

/** How long nothing is typed until a country that changed is told. Milliseconds. */
const PAUSE = 1000

/** The selected country, which the person chooses, and which follows the number. */
export interface FollowedCountry {
  /** The one that the person chose, or was given: never overruled among those that share its calling code. */
  home: () => string
  /** Selects what the person chose, or was given. */
  choose: (country: string) => void
  /** Selects what the number says, if it can be chosen. It is told when the typing pauses, or by `tell`. */
  follow: (country: string) => void
  /** Tells of a change that was not told yet. */
  tell: () => void
  /** The person types on. */
  wait: () => void
}

/** Options of {@link useFollowedCountry}. */
export interface FollowedCountryOptions {
  form: UseFormReturn<NumberValues>
  /** The only countries to choose from. */
  countries: readonly string[] | undefined
  onCountryChanged: (country: string) => void
}

/** Keeps the country of the number step, and tells once of a change that was nobody's choice. */
export function useFollowedCountry(options: FollowedCountryOptions): FollowedCountry {
  const { form } = options
  const latestRef = useLatest(options)
  const homeRef = useRef<string | null>(null)
  /** What the person knows to be selected. */
  const knownRef = useRef<string | null>(null)
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined)

  function home(): string {
    return (homeRef.current ??= form.getValues('country'))
  }

  function tell(): void {
    clearTimeout(timerRef.current)
    const country = form.getValues('country')
    if (country === (knownRef.current ?? home())) return
    knownRef.current = country
    latestRef.current.onCountryChanged(country)
  }

  function wait(): void {
    clearTimeout(timerRef.current)
    if (form.getValues('country') !== (knownRef.current ?? home())) timerRef.current = setTimeout(tell, PAUSE)
  }

  return {
    home,
    tell,
    wait,
    choose(country) {
      homeRef.current = knownRef.current = country
      form.setValue('country', country)
    },
    follow(country) {
      home()
      const { countries } = latestRef.current
      const isOffered = countries?.map(upperCase).includes(country) ?? true
      if (!isOffered || country === form.getValues('country')) return
      form.setValue('country', country)
      wait()
    },
  }
}
