'use client'
import { useCombobox } from 'downshift'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Country } from './countries.js'
import { indexCountries, searchCountries } from './searchCountries.js'
import { useEscape } from './useEscape.js'

/** The texts of the searchable picker. */
export interface CountrySearchLabels {
  /** Names the panel and its list. */
  countries: string
  /** The accessible name and the placeholder of the search field. */
  search: string
  /** Names the button that closes the panel and keeps the selected country. */
  close: string
  /** Shown and announced when nothing is found. */
  none: string
  /** Announced when the query has not changed for a moment. */
  found: (count: number) => string
}

/**
 * How long a query must stay unchanged before the number of results is announced, in milliseconds. An earlier
 * announcement would be about an outdated query.
 */
const PAUSE = 1000

/** Props of {@link CountrySearchPanel}. */
export interface CountrySearchPanelProps {
  id: string
  /** The selected country. */
  value: string
  countries: readonly Country[]
  /** How many of them come before the divider while the query is empty. */
  preferredCount: number
  /** The id of the form that the search belongs to; an empty string means none. @default the form around it */
  form?: string | undefined
  labels: CountrySearchLabels
  /** The language of the countries' names, a BCP 47 tag. */
  locale: string
  /** Renders what comes before a country's name. */
  renderFlag: (country: string) => ReactNode
  onClose: () => void
  onChoose: (country: string) => void
}

/**
 * Mantine's dialogs listen for Escape on the window, before this panel does. They ignore key presses in elements with
 * this attribute.
 */
const KEPT_FROM_MANTINE = { 'data-mantine-stop-propagation': 'true' }

/**
 * The search and its results in a modal `<dialog>`. The browser keeps the focus inside the dialog and shows it above
 * the whole page, so no `overflow` of the page clips it. It is rendered only while it is open.
 */
export function CountrySearchPanel(props: CountrySearchPanelProps) {
  const { id, value, countries, preferredCount, labels, locale, renderFlag, onClose, onChoose } = props
  const [query, setQuery] = useState('')
  const [standing, setStanding] = useState('')
  useEffect(() => {
    const timer = setTimeout(setStanding, PAUSE, query)
    return () => clearTimeout(timer)
  }, [query])
  const index = useMemo(() => indexCountries(countries, locale), [countries, locale])
  const found = searchCountries(index, query)
  const isNone = found.length === 0
  const panelRef = useRef<HTMLDialogElement>(null)
  // Before downshift's own layout effect, which scrolls to the selected country: nothing scrolls while it is hidden.
  useLayoutEffect(() => showModal(panelRef.current), [])
  const combobox = useCombobox({
    id,
    items: found,
    isOpen: true,
    initialHighlightedIndex: found.findIndex(({ country }) => country === value),
    defaultHighlightedIndex: 0,
    // The id contains the country, so that screen readers notice when the best match changes.
    getItemId: (position) => `${id}-${found[position]?.country ?? ''}`,
    // The browser's own scrolling respects scroll-margin. jsdom has no scrollIntoView.
    scrollIntoView: (option: Partial<HTMLElement>) => option.scrollIntoView?.({ block: 'nearest' }),
    // When the mouse or Tab leaves the list, the option stays highlighted, so that Enter still chooses it.
    stateReducer: (state, { changes }) => (changes.highlightedIndex === -1 ? state : changes),
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) onChoose(selectedItem.country)
    },
  })
  useEscape(panelRef, onClose)
  return (
    <dialog
      ref={panelRef}
      id={id}
      className="mpv-country-panel"
      aria-label={labels.countries}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return
        // Otherwise the click would move the focus to an element behind the panel instead of the picker's button.
        event.preventDefault()
        onClose()
      }}
    >
      <div className="mpv-country-query">
        <input
          {...combobox.getInputProps({
            className: 'mpv-input',
            ...KEPT_FROM_MANTINE,
            'aria-label': labels.search,
            ...(isNone && { 'aria-activedescendant': '' }),
            placeholder: labels.search,
            form: props.form,
            autoCorrect: 'off',
            spellCheck: false,
            enterKeyHint: 'done',
            onChange: (event) => {
              setQuery(event.currentTarget.value)
              showBestMatch(event.currentTarget)
            },
          })}
        />
        <button
          {...KEPT_FROM_MANTINE}
          className="mpv-country-close"
          type="button"
          aria-label={labels.close}
          onClick={onClose}
        >
          ×
        </button>
      </div>
      <p className={isNone ? 'mpv-hint' : 'mpv-visually-hidden'} role="status">
        {isNone ? labels.none : query !== '' && query === standing && labels.found(found.length)}
      </p>
      <ul
        {...combobox.getMenuProps({
          className: 'mpv-country-list',
          'aria-label': labels.countries,
        })}
      >
        {found.map((item, position) => (
          <li
            key={item.country}
            className="mpv-country-option"
            data-first={(query === '' && preferredCount > 0 && position === preferredCount) || undefined}
            aria-current={item.country === value || undefined}
            {...combobox.getItemProps({ item, index: position })}
          >
            {renderFlag(item.country)}
            <span>{item.name}</span> <bdi dir="ltr">+{item.callingCode}</bdi>
          </li>
        ))}
      </ul>
    </dialog>
  )
}

/** Scrolls to the top of the list. If the first option was highlighted already, nothing else scrolls back to it. */
function showBestMatch(input: HTMLElement) {
  const list = input.closest('dialog')?.querySelector('ul')
  if (list) list.scrollTop = 0
}

function showModal(dialog: Partial<HTMLDialogElement> | null) {
  if (dialog === null || dialog.open === true) return
  // jsdom has no modal dialogs.
  dialog.showModal?.()
  dialog.open = true
}
