'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { listCountries, type Country, type ListCountriesOptions } from './countries.js'

/** The countries to choose from. */
export interface CountryList {
  /** `null` until the list is made. */
  countries: readonly Country[] | null
  /** Makes the list now, if the picker is opened before that. */
  fill: () => void
}

/**
 * Makes the list of countries in idle time after the first paint. Naming and sorting all of them would be most of the
 * time that a phone form takes to render.
 */
export function useCountries({ locale, only, preferred }: ListCountriesOptions): CountryList {
  const [isFilled, setFilled] = useState(false)
  const fill = useCallback(() => setFilled(true), [])
  useEffect(() => whenIdle(fill), [fill])
  // The lists are compared by their content, because apps often pass new arrays on every render.
  const choice = JSON.stringify({ only, preferred })
  const countries = useMemo(() => {
    if (!isFilled) return null
    // This is the value that was stringified above.
    const chosen = JSON.parse(choice) as Pick<ListCountriesOptions, 'only' | 'preferred'>
    return listCountries({ locale, ...chosen })
  }, [isFilled, locale, choice])
  return { countries, fill }
}

/**
 * Runs an action when the browser is idle. Safari lacks `requestIdleCallback`, so there the action runs after 50 ms.
 */
function whenIdle(action: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(action, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(action, 50)
  return () => clearTimeout(timer)
}
