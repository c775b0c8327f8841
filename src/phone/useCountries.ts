'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { listCountries, type Country, type ListCountriesOptions } from './countries.js'

/** The countries to choose from. */
export interface CountryList {
  /** `null` until the list is made. */
  countries: readonly Country[] | null
  /** Makes it now, for who opens the picker before. */
  fill: () => void
}

/**
 * The countries to choose from, made in idle time after the first paint. Naming and sorting all of them is most of
 * what a phone form would cost to show.
 */
export function useCountries({ locale, only, preferred }: ListCountriesOptions): CountryList {
  const [isFilled, setFilled] = useState(false)
  const fill = useCallback(() => setFilled(true), [])
  useEffect(() => whenIdle(fill), [fill])
  // The lists are compared by what is in them: they are often written out in the middle of a render.
  const choice = JSON.stringify({ only, preferred })
  const countries = useMemo(() => {
    if (!isFilled) return null
    // What was written above.
    const chosen = JSON.parse(choice) as Pick<ListCountriesOptions, 'only' | 'preferred'>
    return listCountries({ locale, ...chosen })
  }, [isFilled, locale, choice])
  return { countries, fill }
}

/** Runs something when the browser has nothing better to do; Safari is asked to after a moment. */
export function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(action, 50)
  return () => clearTimeout(timer)
}
