'use client'
import { useSyncExternalStore } from 'react'
import { upperCase } from '../../phone/countries.js'
import type { TypedEdit } from '../../phone/retype.js'

/** How long typing must pause before a changed country is announced, in milliseconds. */
const PAUSE = 1000

/** The selected country. The person can choose it, and it follows the number. */
export interface FollowedCountry {
  /** The selected country, ISO 3166-1 alpha-2; empty if there is none. */
  get: () => string
  subscribe: (listener: () => void) => () => void
  /** The selected country, and those that matter more than others with the same calling code. */
  known: () => Pick<TypedEdit, 'country' | 'home' | 'initial'>
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
  /** Takes the options of the newest render. */
  update: (options: FollowedCountryOptions) => void
}

/** Options of {@link createFollowedCountry}. */
export interface FollowedCountryOptions {
  /** The only countries to choose from. */
  countries: readonly string[] | undefined
  onCountryChanged: (country: string) => void
}

/** Keeps the country of one number step, and announces once each change that the person did not make. */
export function createFollowedCountry(begin: string): FollowedCountry {
  const listeners = new Set<() => void>()
  let options: FollowedCountryOptions | null = null
  let [country, home, initial] = [begin, '', begin]
  /** The country that the person chose or has been told about. */
  let told = begin
  let timer: ReturnType<typeof setTimeout> | undefined

  function select(next: string): void {
    country = next
    listeners.forEach((listener) => listener())
  }

  function tell(): void {
    clearTimeout(timer)
    if (country === told) return
    told = country
    options?.onCountryChanged(country)
  }

  function wait(): void {
    clearTimeout(timer)
    if (country !== told) timer = setTimeout(tell, PAUSE)
  }

  return {
    get: () => country,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    known: () => ({ country, home, initial }),
    choose(chosen, isOwn = true) {
      told = chosen
      if (isOwn) home = chosen
      else initial = chosen
      select(chosen)
    },
    follow(found) {
      const isOffered = options?.countries?.map(upperCase).includes(found) ?? true
      if (!isOffered || found === country) return
      select(found)
      wait()
    },
    tell,
    wait,
    update(newest) {
      options = newest
    },
  }
}

/** The selected country. When it changes, only the part that calls this hook renders. */
export function useSelectedCountry({ get, subscribe }: FollowedCountry): string {
  return useSyncExternalStore(subscribe, get, get)
}
