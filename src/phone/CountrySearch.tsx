'use client'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useCountryFlag } from './useCountryFlag.js'
import { CountrySearchPanel, type CountrySearchLabels } from './CountrySearchPanel.js'
import type { CountrySelectProps } from './CountrySelect.js'

/** Props of {@link CountrySearch}: those of the native picker, and its words. */
export interface CountrySearchProps extends CountrySelectProps {
  labels: CountrySearchLabels
  /** The language of the countries' names, a BCP 47 tag. */
  locale: string
  /** Whether each country has its flag. @default false */
  flags?: boolean | undefined
}

/**
 * A picker with a search. Its button is named for its label, whose id is its own and `-label`, and for the country:
 * a button that plays a combobox has no value in Firefox.
 */
export function CountrySearch(props: CountrySearchProps) {
  const { id, className, value, countries, placeholder, preferredCount, disabled, labels, onChange } = props
  const [isOpen, setIsOpen] = useState(false)
  const triggerRef = useRef<HTMLButtonElement>(null)
  const renderFlag = useCountryFlag(props.flags)

  // With the panel, not after it: whoever goes on to the number at once must not be called back.
  useLayoutEffect(() => {
    if (!isOpen) return
    const trigger = triggerRef.current
    // Runs when the panel is gone: as long as it is there, nothing behind it takes the focus.
    return () => trigger?.focus()
  }, [isOpen])

  return (
    <>
      <button
        ref={triggerRef}
        id={id}
        className={className}
        type="button"
        aria-haspopup="dialog"
        aria-labelledby={`${id}-label ${id}-value`}
        disabled={disabled}
        onClick={() => setIsOpen(true)}
        onKeyDown={(event) => {
          // The key is not held back: a letter goes into the search field, which has the focus by then.
          if (opens(event)) setIsOpen(true)
        }}
      >
        {renderFlag(value)}
        <span id={`${id}-value`}>{placeholder}</span>
      </button>
      {isOpen && (
        <CountrySearchPanel
          id={`${id}-panel`}
          value={value}
          countries={countries ?? []}
          preferredCount={preferredCount}
          form={props.form}
          labels={labels}
          locale={props.locale}
          renderFlag={renderFlag}
          onClose={() => setIsOpen(false)}
          onChoose={(country) => {
            setIsOpen(false)
            if (country !== value) onChange(country)
          }}
        />
      )}
    </>
  )
}

/** Arrows and letters open it, as they do a native picker; Enter and Space press the button. */
function opens({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^Arrow(Up|Down)$/.test(key) || (/^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey)
}
