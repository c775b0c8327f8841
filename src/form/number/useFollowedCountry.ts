'use client'
import { useRef } from 'react'
import { useLatest } from '../../hooks/useLatest.js'
import { upperCase } from '../../phone/countries.js'
import type { TypedEdit } from '../../phone/retype.js'
import type { SelectedCountry } from './selectedCountry.js'

/** How long typing must pause before a changed country is announced, in milliseconds. */
const PAUSE = 1000

/** The selected country. The person can choose it, and it follows the number. */
export interface FollowedCountry {
  /** The countries that matter among those with the same calling code. */
  preferred: () => Pick<TypedEdit, 'home' | 'initial'>
  /** Selects a country that the person chose, or one that the app begins with. */
  choose: (country: string, isOwn?: boolean) => void
  /**
   * Selects the country of the number, if it can be chosen. The change is announced when typing pauses, or by `tell`.
   */
  follow: (country: string) => void
  /** Announces a change that has not been announced yet. */
  tell: () => void
  /** Waits for the next pause, because the person is still typing. */
  wait: () => void
}

/** Options of {@link useFollowedCountry}. */
export interface FollowedCountryOptions {
  selected: SelectedCountry
  /** The only countries to choose from. */
  countries: readonly string[] | undefined
  onCountryChanged: (country: string) => void
}

/** Keeps the country of the number step, and announces once each change that the person did not make. */
export function useFollowedCountry(options: FollowedCountryOptions): FollowedCountry {
  const { selected } = options
  const latestRef = useLatest(options)
  const homeRef = useRef('')
  const initialRef = useRef<string | null>(null)
  /** The country that the person chose or has been told about. */
  const knownRef = useRef<string | null>(null)
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined)

  function initial(): string {
    return (initialRef.current ??= selected.get())
  }

  function tell(): void {
    clearTimeout(timerRef.current)
    const country = selected.get()
    if (country === (knownRef.current ?? initial())) return
    knownRef.current = country
    latestRef.current.onCountryChanged(country)
  }

  function wait(): void {
    clearTimeout(timerRef.current)
    if (selected.get() !== (knownRef.current ?? initial())) timerRef.current = setTimeout(tell, PAUSE)
  }

  return {
    preferred: () => ({ home: homeRef.current, initial: initial() }),
    tell,
    wait,
    choose(country, isOwn = true) {
      knownRef.current = country
      if (isOwn) homeRef.current = country
      else initialRef.current = country
      selected.set(country)
    },
    follow(country) {
      initial()
      const { countries } = latestRef.current
      const isOffered = countries?.map(upperCase).includes(country) ?? true
      if (!isOffered || country === selected.get()) return
      selected.set(country)
      wait()
    },
  }
}
