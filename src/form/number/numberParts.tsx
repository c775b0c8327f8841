'use client'
import { useRef } from 'react'
import { CountryFace } from '../../phone/CountryFace.js'
import { countrySelectProps } from '../../phone/CountrySelect.js'
import { upperCase, type Country as CountryItem } from '../../phone/countries.js'
import { LazyCountrySearch } from '../../phone/LazyCountrySearch.js'
import { useCountries } from '../../phone/useCountries.js'
import { SelectOptions } from '../../phone/SelectOptions.js'
import { useNumber } from './NumberContext.js'
import { useSelectedCountry } from './followedCountry.js'
import { createPart } from '../shared/createPart.js'
import type { PartState } from '../shared/PartState.js'
import { inputInStep } from '../shared/stepElement.js'
import { useStep } from '../shared/StepContext.js'
import { useFieldDescription } from '../shared/useFieldProblem.js'

/** The state of {@link Country}. */
export interface CountryState extends PartState {
  /** The selected country, ISO 3166-1 alpha-2. */
  country: string
  /** The countries to choose from; `null` until the list is made, in idle time. */
  countries: readonly CountryItem[] | null
  /** Selects a country, for pickers that are not a `<select>`. */
  selectCountry: (country: string) => void
}

/** The label of the country. */
export const CountryLabel = /* @__PURE__ */ createPart(
  'CountryLabel',
  'label',
  function useCountryLabelShape({ wording, options }) {
    const { id } = useStep()
    return {
      slot: 'label',
      props: {
        // In a row the control needs no visible label for the country. Screen readers still read this one.
        className: options.layout === 'row' ? 'mpv-visually-hidden' : undefined,
        id: `${id}country-label`,
        htmlFor: `${id}country`,
        children: wording.say('country'),
      },
    }
  },
)

/**
 * The country, as a `<select>`, or as the picker with a search if `countrySelect` is `'search'` and `render` is not
 * used.
 */
export const Country = /* @__PURE__ */ createPart<'select', CountryState>(
  'Country',
  'select',
  function useCountryShape(context) {
    const number = useNumber()
    const { options, wording, as } = context
    const { say, locale } = wording
    const { preferredCountries: preferred, countrySelect, layout, flags } = options
    const { id, isBusy } = useStep()
    const country = useSelectedCountry(number.country)
    const { countries, fill } = useCountries({ locale, only: options.countries, preferred })
    const picker = {
      id: `${id}country`,
      value: country,
      countries,
      // On a server-rendered page the text is empty until the browser determines the country.
      placeholder:
        country !== '' ? wording.countryLabel(country) : options.defaultCountry ? say('chooseCountry') : '',
      preferredCount: countPreferred(countries, preferred),
      disabled: context.state.disabled || isBusy,
      form: as === 'form' ? undefined : '',
      onOpen: fill,
      onChange: number.selectCountry,
    }
    const selectRef = useRef<HTMLSelectElement>(null)
    const searchLabels = {
      countries: say('countries'),
      search: say('searchCountries'),
      close: say('close'),
      none: say('noCountryFound'),
      found: (count: number) => say('countriesFound', { count }),
    }
    return {
      slot: 'select',
      state: { country, countries, selectCountry: number.selectCountry },
      props: { ref: selectRef, ...countrySelectProps(picker) },
      render: (props) => {
        const shown =
          countrySelect === 'search' ? (
            <LazyCountrySearch
              {...picker}
              className={props.className}
              flags={flags}
              labels={searchLabels}
              locale={locale}
            />
          ) : (
            <>
              <select {...props}>{countries === null && props.children}</select>
              {countries !== null && (
                <SelectOptions selectRef={selectRef} {...picker} countries={countries} />
              )}
            </>
          )
        if (layout !== 'row') return shown
        return (
          <CountryFace country={country} flags={flags}>
            {shown}
          </CountryFace>
        )
      },
    }
  },
)

/** One control around {@link Country} and {@link NumberInput}, for `layout: 'row'`. */
export const NumberRow = /* @__PURE__ */ createPart('NumberRow', 'div', () => ({
  props: { className: 'mpv-row' },
}))

/** The label of the number. */
export const NumberLabel = /* @__PURE__ */ createPart(
  'NumberLabel',
  'label',
  function useNumberLabelShape({ wording, input }) {
    const { id } = useStep()
    return {
      slot: 'label',
      props: { htmlFor: input.id ?? `${id}number`, children: wording.say('phoneNumber') },
    }
  },
)

/** The number, in one input for every spelling. Enter sends the code. */
export const NumberInput = /* @__PURE__ */ createPart(
  'NumberInput',
  'input',
  function useNumberInputShape({ state, as }) {
    const number = useNumber()
    const { id, isBusy, leave, submit, problem = null } = useStep()
    const isInvalid = problem !== null
    const inStep = inputInStep(as, submit)
    const described = useFieldDescription(`${id}hint`, `${id}error`, isInvalid)
    return {
      slot: 'input',
      isMain: true,
      state: { invalid: isInvalid },
      props: {
        ...inStep,
        ...described,
        ref: number.field.ref,
        name: 'phoneNumber',
        onChange: number.edit,
        onKeyDown: (event) => {
          if (!isBusy) number.pressKey(event)
          inStep.onKeyDown?.(event)
        },
        onPointerDown: number.typed.point,
        onCompositionStart: number.typed.compose,
        id: `${id}number`,
        type: 'tel',
        autoComplete: 'tel',
        dir: 'ltr',
        disabled: state.disabled,
        readOnly: isBusy,
        'aria-invalid': isInvalid || undefined,
        onFocus: () => {
          described.onFocus()
          number.enter()
        },
        onBlur: () => {
          described.onBlur()
          leave?.()
        },
      },
    }
  },
)

/** How many countries come before the divider: the preferred ones that can be chosen. */
function countPreferred(countries: readonly CountryItem[] | null, preferred: readonly string[] = []): number {
  const wanted = preferred.map(upperCase)
  return countries?.filter(({ country }) => wanted.includes(country)).length ?? 0
}
