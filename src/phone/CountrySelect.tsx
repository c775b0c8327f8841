'use client'
import type { ComponentPropsWithoutRef } from 'react'
import type { Country } from './countries.js'
import { countryLabel } from './countryName.js'
import { LINE } from './SelectOptions.js'

/** Props of {@link CountrySelect}. */
export interface CountrySelectProps {
  id: string
  className?: string | undefined
  /** The selected region, two uppercase letters; empty if none is selected. */
  value: string
  /** `null` until the list is made. Until then only the selected country is shown. */
  countries: readonly Country[] | null
  /** The text that is shown until the list is made, and while no country is selected. */
  placeholder: string
  /** Called before the browser opens the list, to make it if that has not happened yet. @default nothing */
  onOpen?: (() => void) | undefined
  /** How many of the countries come before the divider. */
  preferredCount: number
  disabled?: boolean | undefined
  /** The id of the form that the picker belongs to; an empty string means none. @default the form around it */
  form?: string | undefined
  onChange: (country: string) => void
}

/** The country as a native `<select>`: the best picker on phones, with type-ahead in every browser. */
export function CountrySelect(props: CountrySelectProps) {
  return <select {...countrySelectProps(props)} />
}

/** The props that turn a `<select>` into the country picker. */
export function countrySelectProps(props: CountrySelectProps): ComponentPropsWithoutRef<'select'> {
  const { id, className, value, countries, placeholder, preferredCount, disabled, form } = props
  const { onOpen, onChange } = props
  return {
    id,
    className,
    // Not named "country", and without autofill: a browser would fill in the country of the postal address.
    name: 'phone-region',
    autoComplete: 'off',
    form,
    disabled,
    value,
    // Each of these events comes before the browser shows the list.
    onPointerDown: onOpen,
    onMouseDown: onOpen,
    onKeyDown: onOpen,
    onFocus: onOpen,
    onChange: (event) => onChange(event.target.value),
    children:
      countries === null ? (
        <option value={value} suppressHydrationWarning>
          {placeholder}
        </option>
      ) : (
        <>
          {value === '' && (
            <option value="" disabled hidden>
              {placeholder}
            </option>
          )}
          {countries.slice(0, preferredCount).map(toOption)}
          {preferredCount > 0 && <option disabled>{LINE}</option>}
          {countries.slice(preferredCount).map(toOption)}
        </>
      ),
  }
}

function toOption({ country, name, callingCode }: Country) {
  return (
    <option key={country} value={country}>
      {countryLabel(name, callingCode)}
    </option>
  )
}
