'use client'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { CountrySearchPanel, type CountrySearchLabels } from './CountrySearchPanel.js'
import type { CountrySelectProps } from './CountrySelect.js'

/** Props of {@link CountrySearch}: those of the native picker, and its texts. */
export interface CountrySearchProps extends CountrySelectProps {
  labels: CountrySearchLabels
  /** The language of the countries' names, a BCP 47 tag. */
  locale: string
  /** Renders a country's flag, if flags are wanted. */
  renderFlag: (country: string) => ReactNode
}

/**
 * A country picker with a search. The button's accessible name is its label (the element with the id `${id}-label`)
 * and the selected country. The country is part of the name because Firefox exposes no value for a button with the
 * role combobox.
 */
export function CountrySearch(props: CountrySearchProps) {
  const { id, className, value, countries, placeholder, disabled, onChange, renderFlag } = props
  const [isOpen, setIsOpen] = useState(false)
  const triggerRef = useRef<HTMLButtonElement>(null)

  // A layout effect returns the focus as the panel closes. A later effect could take it away from a person who is
  // already typing the number.
  useLayoutEffect(() => {
    if (!isOpen) return
    const trigger = triggerRef.current
    // The cleanup runs after the panel is removed: nothing behind an open modal dialog can take the focus.
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
          // The default action is not prevented, so a letter is typed into the search field, which has the focus by
          // then.
          if (opens(event)) setIsOpen(true)
        }}
      >
        {renderFlag(value)}
        <span id={`${id}-value`}>{placeholder}</span>
      </button>
      {isOpen && (
        <CountrySearchPanel
          {...props}
          id={`${id}-panel`}
          countries={countries ?? []}
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

/** Whether a key opens the picker. Arrows and letters do, as in a native picker; Enter and Space click the button. */
function opens({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^Arrow(Up|Down)$/.test(key) || (/^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey)
}
