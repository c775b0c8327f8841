'use client'
import type { Country } from './countries.js'

/** Props of {@link CountrySelect}. */
export interface CountrySelectProps {
  id: string
  className?: string | undefined
  /** The selected region, two uppercase letters. */
  value: string
  /** `null` until the list is made; the selected country is shown on its own meanwhile. */
  countries: readonly Country[] | null
  /** Shown for the selected country until then. */
  placeholder: string
  /** How many of the countries stand above the line. */
  preferredCount: number
  disabled?: boolean | undefined
  onChange: (country: string) => void
}

/** The country as the platform's own picker: the best there is on phones, with type-ahead everywhere. */
export function CountrySelect(props: CountrySelectProps) {
  const { id, className, value, countries, placeholder, preferredCount, disabled, onChange } = props
  return (
    <select
      id={id}
      className={className}
      // Not "country", and no autofill: a browser would put the postal address's country here.
      name="phone-region"
      autoComplete="off"
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {countries === null ? (
        <option value={value} suppressHydrationWarning>
          {placeholder}
        </option>
      ) : (
        <>
          {countries.slice(0, preferredCount).map(toOption)}
          {/* A line as old browsers and React 18 know it: both refuse <hr> here. */}
          {preferredCount > 0 && <option disabled>──────────</option>}
          {countries.slice(preferredCount).map(toOption)}
        </>
      )}
    </select>
  )
}

function toOption({ country, name, callingCode }: Country) {
  return (
    <option key={country} value={country}>
      {`${name} (+${callingCode})`}
    </option>
  )
}
