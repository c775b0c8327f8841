'use client'
import { useRef, type RefObject } from 'react'
import type { Country } from './countries.js'
import { countryLabel } from './countryName.js'
import { useBrowserLayoutEffect } from './useBrowserLayoutEffect.js'

/** The contents of a `<select>`. */
export interface SelectFilling {
  /** `null` until the list is made. */
  countries: readonly Country[] | null
  /** How many of the countries come before the divider. */
  preferredCount: number
  /** The selected region; empty if none is selected. */
  value: string
  /** Shown while no region is selected. */
  placeholder: string
}

/** A divider made of text: old browsers and React 18 don't accept <hr> in a <select>. */
export const LINE = '──────────'

/**
 * Adds the countries to a `<select>` that is rendered without options. React elements for some 245 countries would
 * take longer than the rest of the form. A `<select>` that has options of its own is left unchanged.
 */
export function useFilledSelect(
  selectRef: RefObject<HTMLSelectElement | null>,
  { countries, preferredCount, value, placeholder }: SelectFilling,
): void {
  const filledRef = useRef<HTMLSelectElement | null>(null)
  const isMissing = value === ''
  const label = isMissing ? placeholder : ''
  useBrowserLayoutEffect(() => {
    const select = selectRef.current
    if (countries === null || select === null) return
    if (select.options.length > 0 && filledRef.current !== select) return
    filledRef.current = select
    const options = countries.map(({ country, name, callingCode }) => {
      return new Option(countryLabel(name, callingCode), country)
    })
    if (preferredCount > 0) options.splice(preferredCount, 0, unavailable(LINE, LINE))
    if (isMissing) options.unshift(unavailable(label, ''))
    select.replaceChildren(...options)
  }, [selectRef, countries, preferredCount, isMissing, label])

  useBrowserLayoutEffect(() => {
    if (filledRef.current !== null) filledRef.current.value = value
  }, [countries, preferredCount, value, label])
}

function unavailable(text: string, value: string): HTMLOptionElement {
  const option = new Option(text, value)
  option.disabled = true
  option.hidden = value === ''
  return option
}
