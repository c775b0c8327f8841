'use client'
import { useSyncExternalStore } from 'react'

/** The selected country, ISO 3166-1 alpha-2; empty if there is none. */
export interface SelectedCountry {
  get: () => string
  set: (country: string) => void
  subscribe: (listener: () => void) => () => void
}

/** Creates what holds the country of one form. */
export function createSelectedCountry(begin: string): SelectedCountry {
  const listeners = new Set<() => void>()
  let country = begin
  return {
    get: () => country,
    set(next) {
      country = next
      listeners.forEach((listener) => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The selected country. Renders only the part that calls it when the country changes. */
export function useSelectedCountry({ get, subscribe }: SelectedCountry): string {
  return useSyncExternalStore(subscribe, get, get)
}
