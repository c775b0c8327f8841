'use client'
import type { ComponentPropsWithoutRef } from 'react'
import type { Country } from './countries.js'
import { countryLabel } from './countryName.js'
import { LINE } from './useFilledSelect.js'

/** Props of {@link CountrySelect}. */
export interface CountrySelectProps {
  id: string
  className?: string | undefined
  /** The selected region, two uppercase letters; empty if none is selected. */
  value: string
  /** `null` until the list is made; the selected country is shown on its own meanwhile. */
  countries: readonly Country[] | null
  /** Shown for the selected country until then, and as long as none is selected. */
  placeholder: string
  /** Makes the list, if it is opened before that. @default nothing */
  onOpen?: (() => void) | undefined
  /** How many of the countries stand above the line. */
  preferredCount: number
  disabled?: boolean | undefined
  /** The form it belongs to, by id; none if it is empty. @default the one it stands in */
  form?: string | undefined
  onChange: (country: string) => void
}

/** The country as the platform's own picker: the best there is on phones, with type-ahead everywhere. */
export function CountrySelect(props: CountrySelectProps) {
  return <select {...countrySelectProps(props)} />
}

/** What makes a `<select>` that picker. */
export function countrySelectProps(props: CountrySelectProps): ComponentPropsWithoutRef<'select'> {
  const { id, className, value, countries, placeholder, preferredCount, disabled, form } = props
  const { onOpen, onChange } = props
  return {
    id,
    className,
    // Not "country", and no autofill: a browser would put the postal address's country here.
    name: 'phone-region',
    autoComplete: 'off',
    form,
    disabled,
    value,
    // Each of them comes before the browser shows the list.
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
