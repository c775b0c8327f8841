'use client'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CountrySearch, CountrySearchProps } from './CountrySearch.js'
import { CountrySelect } from './CountrySelect.js'
import { hasFocus } from './hasFocus.js'
import { loadOnce } from './loadOnce.js'
import { useCountryFlag } from './useCountryFlag.js'

const search = loadOnce(() => import('./CountrySearch.js'))

/** Props of {@link LazyCountrySearch}: those of the picker with a search, and whether it has flags. */
export interface LazyCountrySearchProps extends Omit<CountrySearchProps, 'renderFlag'> {
  /** Whether each country is shown with its flag. @default false */
  flags?: boolean | undefined
}

/**
 * The picker with a search. It loads when the first one is shown. Until it has loaded, or if loading fails, the
 * native picker is shown instead. The native picker is not replaced while somebody uses it. If it only has the focus
 * because a dialog put its initial focus there, it is replaced and the search takes the focus.
 */
export function LazyCountrySearch({ flags, ...props }: LazyCountrySearchProps) {
  const [Search, setSearch] = useState<typeof CountrySearch | null>(null)
  // Here and not in the search, because a form in a row shows the flag without it: bundlers make a file of its own of
  // what both load.
  const renderFlag = useCountryFlag(flags)
  const placeRef = useRef<HTMLDivElement>(null)
  const isUsedRef = useRef(false)
  const isInsideRef = useRef(false)
  const hasCountries = props.countries !== null

  const arrive = useCallback(() => {
    if (!hasCountries) return
    const replace = () => {
      const loaded = search.loaded()
      const place = placeRef.current
      if (loaded === null || place === null) return
      const isFocused = hasFocus(place)
      if (isFocused && isUsedRef.current) return
      // The picker may have received the focus before hydration, when no handler was attached yet.
      isInsideRef.current ||= isFocused
      setSearch(() => loaded.CountrySearch)
    }
    // If loading fails, the native picker stays. Leaving it tries again.
    search.load().then(replace, () => undefined)
  }, [hasCountries])

  // The list is made in idle time, so the search loads after everything that the form needs first.
  useEffect(arrive, [arrive])

  // The ref is read here, and not when the search arrived, because a dialog may have moved the focus in between. It
  // is still set, because React fires no blur event when it removes a focused element.
  useLayoutEffect(() => {
    if (Search !== null && isInsideRef.current) placeRef.current?.querySelector('button')?.focus()
  }, [Search])

  const use = () => {
    isUsedRef.current = true
  }
  const enter = () => {
    isInsideRef.current = true
  }
  const leave = () => {
    isInsideRef.current = false
    isUsedRef.current = false
    arrive()
  }
  return (
    <div
      ref={placeRef}
      className="mpv-country-search"
      onPointerDown={use}
      onMouseDown={use}
      onKeyDown={use}
      onFocus={enter}
      onBlur={leave}
    >
      {Search === null ? <CountrySelect {...props} /> : <Search {...props} renderFlag={renderFlag} />}
    </div>
  )
}
