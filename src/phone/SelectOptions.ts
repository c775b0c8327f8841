'use client'
import { useLayoutEffect, type RefObject } from 'react'
import type { Country } from './countries.js'
import { countryLabel } from './countryName.js'

/** Props of {@link SelectOptions}. */
export interface SelectOptionsProps {
  /** The `<select>`, which React renders without options. */
  selectRef: RefObject<HTMLSelectElement | null>
  countries: readonly Country[]
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
 * Adds the countries to a `<select>`. React elements for some 245 countries would take longer than the rest of the form.
 * It stands beside the `<select>` and renders nothing itself. A server never renders it, because the list is made later.
 */
export function SelectOptions(props: SelectOptionsProps): null {
  const { selectRef, countries, preferredCount, value, placeholder } = props
  const isMissing = value === ''
  const label = isMissing ? placeholder : ''
  useLayoutEffect(() => {
    const options = countries.map(({ country, name, callingCode }) => {
      return new Option(countryLabel(name, callingCode), country)
    })
    if (preferredCount > 0) options.splice(preferredCount, 0, unavailable(LINE, LINE))
    if (isMissing) options.unshift(unavailable(label, ''))
    selectRef.current?.replaceChildren(...options)
  }, [selectRef, countries, preferredCount, isMissing, label])

  useLayoutEffect(() => {
    if (selectRef.current !== null) selectRef.current.value = value
  }, [selectRef, countries, preferredCount, value, label])
  return null
}

function unavailable(text: string, value: string): HTMLOptionElement {
  const option = new Option(text, value)
  option.disabled = true
  option.hidden = value === ''
  return option
}
