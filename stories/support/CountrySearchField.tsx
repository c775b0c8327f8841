import { useState } from 'react'
import { countryName } from '../../src/phone/countryName.js'
import { callingCodeOf } from '../../src/phone/countries.js'
import { LazyCountrySearch } from '../../src/phone/LazyCountrySearch.js'
import { useCountries } from '../../src/phone/useCountries.js'

/** Props of {@link CountrySearchField}. */
export interface CountrySearchFieldProps {
  /** The country to start with. */
  initial: string
  locale?: string
  preferred?: readonly string[]
  flags?: boolean
  disabled?: boolean
}

/** The searchable picker with its label, as the number step shows it. */
export function CountrySearchField(props: CountrySearchFieldProps) {
  const { initial, locale = 'en', preferred = [], flags, disabled } = props
  const [country, setCountry] = useState(initial)
  const { countries } = useCountries({ locale, preferred })
  return (
    <main className="card mpv-root">
      <div className="mpv-field">
        <label className="mpv-label" id="country-label" htmlFor="country">
          Country
        </label>
        <LazyCountrySearch
          id="country"
          className="mpv-select"
          value={country}
          countries={countries}
          placeholder={`${countryName(country, locale)} (+${callingCodeOf(country) ?? ''})`}
          preferredCount={preferred.length}
          disabled={disabled}
          flags={flags}
          locale={locale}
          labels={{
            countries: 'Countries',
            search: 'Search countries',
            close: 'Close',
            none: 'No country found. Check the spelling.',
            found: (count) => `Countries found: ${count}`,
          }}
          onChange={setCountry}
        />
      </div>
    </main>
  )
}
