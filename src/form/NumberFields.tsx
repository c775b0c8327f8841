'use client'
import { useId } from 'react'
import { useWatch } from 'react-hook-form'
import { CountrySelect } from '../phone/CountrySelect.js'
import type { Country } from '../phone/countries.js'
import { LazyCountrySearch } from '../phone/LazyCountrySearch.js'
import { useCountries } from '../phone/useCountries.js'
import { numberProblem } from './numberProblem.js'
import { Marked } from './Text.js'
import { useVerificationContext } from './VerificationContext.js'

/** Props of {@link NumberFields}. */
export interface NumberFieldsProps {
  /** Whether the number is being read or sent, and stays as it is. */
  isBusy: boolean
  onLeave: () => void
}

/** The country and the number, with the hint or what is wrong below. */
export function NumberFields({ isBusy, onLeave }: NumberFieldsProps) {
  const { number, options, wording, slot } = useVerificationContext()
  const { say, locale } = wording
  const { form } = number
  const { preferredCountries: preferred, disabled = false } = options
  const id = useId()
  const country = useWatch({ control: form.control, name: 'country' })
  const countries = useCountries({ locale, only: options.countries, preferred })
  const problem = numberProblem(number, wording)
  const isInvalid = problem !== null || undefined

  const field = form.register('phoneNumber', {
    onChange: ({ nativeEvent }: { nativeEvent?: Event }) => number.edit(nativeEvent),
  })
  const picker = {
    id: `${id}country`,
    className: slot('select'),
    value: country,
    countries,
    placeholder: country === '' ? '' : wording.countryLabel(country),
    preferredCount: countPreferred(countries, preferred),
    disabled: disabled || isBusy,
    onChange: number.selectCountry,
  }
  const searchLabels = {
    countries: say('countries'),
    search: say('searchCountries'),
    close: say('close'),
    none: say('noCountryFound'),
    found: (count: number) => say('countriesFound', { count }),
  }
  return (
    <div className={slot('field')} data-invalid={isInvalid}>
      <label className={slot('label')} htmlFor={`${id}country`}>
        {say('country')}
      </label>
      {options.countrySelect === 'search' ? (
        <LazyCountrySearch {...picker} flags={options.flags} labels={searchLabels} />
      ) : (
        <CountrySelect {...picker} />
      )}
      <label className={slot('label')} htmlFor={`${id}number`}>
        {say('phoneNumber')}
      </label>
      <input
        {...field}
        id={`${id}number`}
        className={slot('input')}
        type="tel"
        autoComplete="tel"
        dir="ltr"
        disabled={disabled}
        readOnly={isBusy}
        aria-invalid={isInvalid}
        aria-describedby={`${id}${problem === null ? 'hint' : 'error'}`}
        onFocus={number.preload}
        onBlur={(event) => {
          void field.onBlur(event)
          onLeave()
        }}
      />
      {problem === null ? (
        <p id={`${id}hint`} className={slot('hint')}>
          {say('phoneNumberHint')}
        </p>
      ) : (
        <p id={`${id}error`} className={slot('error')} role="alert">
          <Marked>{problem}</Marked>
        </p>
      )}
    </div>
  )
}

/** How many stand above the line: of those that the app prefers, the ones that are there to choose. */
function countPreferred(countries: readonly Country[] | null, preferred: readonly string[] = []): number {
  const wanted = new Set(preferred.map((country) => country.toUpperCase()))
  return countries?.filter(({ country }) => wanted.has(country)).length ?? 0
}
