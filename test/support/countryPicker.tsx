import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode, useState } from 'react'
import { expect } from 'vitest'
import { listCountries, type Country } from '../../src/phone/countries.js'
import { LazyCountrySearch } from '../../src/phone/LazyCountrySearch.js'

/** So few that looking for one by its role takes no time. */
const only = 'AE AF AM AR AU BR CA CN DE FK FR GB GF GG IE IN JP NE NG PL TR TZ UA US ZW'.split(' ')

export const english = listCountries({ locale: 'en', only })

export const labels = {
  countries: 'Countries',
  search: 'Search countries',
  close: 'Close',
  none: 'No country found.',
  found: (count: number) => `Countries found: ${count}`,
}

export interface FieldProps {
  countries?: readonly Country[] | null
  preferredCount?: number
  disabled?: boolean
  flags?: boolean
  onChange?: (country: string) => void
}

/** A field with the picker in it, between other fields. */
export function Field({ countries = english, preferredCount = 0, disabled, flags, onChange }: FieldProps) {
  const [country, setCountry] = useState('GB')
  return (
    <div className="mpv-root">
      <label id="country-label" htmlFor="country">
        Country
      </label>
      <LazyCountrySearch
        id="country"
        className="mpv-select"
        value={country}
        countries={countries}
        placeholder={english.find((one) => one.country === country)?.name ?? ''}
        preferredCount={preferredCount}
        disabled={disabled}
        flags={flags}
        labels={labels}
        locale="en"
        onChange={(chosen) => {
          setCountry(chosen)
          onChange?.(chosen)
        }}
      />
      <input aria-label="Phone number" />
    </div>
  )
}

export const picker = () => screen.getByLabelText('Country')
export const search = () => screen.getByRole('combobox', { name: 'Search countries' })
export const isOpen = () => screen.queryByRole('listbox') !== null
export const names = () =>
  within(screen.getByRole('listbox'))
    .queryAllByRole('option')
    .map((option) => option.textContent)

/** What assistive technology takes for the focused option. */
export const active = () =>
  document.getElementById(search().getAttribute('aria-activedescendant') ?? '')?.textContent ?? null

/** Shows a field whose search is loaded. */
export async function renderPicker(props: FieldProps = {}, Mode: typeof StrictMode = StrictMode) {
  const view = render(<Field {...props} />, { wrapper: Mode })
  await waitFor(() => expect(picker().tagName).toBe('BUTTON'), { timeout: 10_000 })
  return { user: userEvent.setup(), ...view }
}

/** Shows a field and presses its button. */
export async function openPicker(props: FieldProps = {}, Mode?: typeof StrictMode) {
  const view = await renderPicker(props, Mode)
  await view.user.click(picker())
  return view
}
