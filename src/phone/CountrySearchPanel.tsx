'use client'
import { useCombobox } from 'downshift'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Country } from './countries.js'
import { indexCountries, searchCountries } from './searchCountries.js'
import { useEscape } from './useEscape.js'

/** The words of the searchable picker. */
export interface CountrySearchLabels {
  /** Names the panel and its list. */
  countries: string
  /** Names the search field and stands in it while it is empty. */
  search: string
  /** Names the button that leaves everything as it was. */
  close: string
  /** Shown and said when nothing is found. */
  none: string
  /** Said when a query stands still. */
  found: (count: number) => string
}

/** How long a query stands before it is said what was found: what is said of one that is past is wrong. Milliseconds. */
const PAUSE = 1000

/** Props of {@link CountrySearchPanel}. */
export interface CountrySearchPanelProps {
  id: string
  /** The country that is chosen now. */
  value: string
  countries: readonly Country[]
  /** How many of them stand above the line while nothing is searched. */
  preferredCount: number
  /** The form that the search belongs to, by id; none if it is empty. @default the one it stands in */
  form?: string | undefined
  labels: CountrySearchLabels
  /** The language of the countries' names, a BCP 47 tag. */
  locale: string
  /** Stands before a country's name. */
  renderFlag: (country: string) => ReactNode
  onClose: () => void
  onChoose: (country: string) => void
}

/** Mantine's dialogs hear Escape on the window, before us, and leave it alone if it comes from here. */
const KEPT_FROM_MANTINE = { 'data-mantine-stop-propagation': 'true' }

/**
 * The search and what it finds, in a modal dialog: the browser keeps the focus inside and puts it above
 * everything, whatever the page clips. It is there only while it is open.
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
  const combobox = useCombobox({
    id,
    items: found,
    isOpen: true,
    initialHighlightedIndex: found.findIndex(({ country }) => country === value),
    defaultHighlightedIndex: 0,
    // Named for the country, so that a new best match is told apart from the one before.
    getItemId: (position) => `${id}-${found[position]?.country ?? ''}`,
    // By the browser, which knows scroll-margin. jsdom scrolls nothing.
    scrollIntoView: (option: Partial<HTMLElement>) => option.scrollIntoView?.({ block: 'nearest' }),
    // What lies beside the list is part of the panel: the mouse may go there, and Tab, and Enter still chooses.
    stateReducer: (state, { changes }) => (changes.highlightedIndex === -1 ? state : changes),
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) onChoose(selectedItem.country)
    },
  })
  const panelRef = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => showModal(panelRef.current), [])
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
        // The focus goes to the button, and not to what lies behind the panel.
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
            ...(found.length === 0 && { 'aria-activedescendant': '' }),
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
      <p className={found.length === 0 ? 'mpv-hint' : 'mpv-visually-hidden'} role="status">
        {found.length === 0 ? labels.none : query !== '' && query === standing && labels.found(found.length)}
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

/** The list may have been scrolled while the first country was the active one, which scrolls nothing back. */
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
