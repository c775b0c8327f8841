'use client'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CountrySearch, CountrySearchProps } from './CountrySearch.js'
import { CountrySelect } from './CountrySelect.js'
import { loadOnce } from './loadOnce.js'

const search = loadOnce(() => import('./CountrySearch.js'))

/**
 * The picker with a search, which is loaded when the first one is shown. Until then, and if it never comes, the
 * platform's own picker stands in its place. It is not taken away from somebody who uses it; a dialog that only put its
 * first focus there keeps the focus on what comes instead.
 */
export function LazyCountrySearch(props: CountrySearchProps) {
  const [Search, setSearch] = useState<typeof CountrySearch | null>(null)
  const placeRef = useRef<HTMLDivElement>(null)
  const isUsedRef = useRef(false)
  const isInsideRef = useRef(false)
  const hasCountries = props.countries !== null

  const arrive = useCallback(() => {
    if (!hasCountries) return
    const replace = () => {
      const loaded = search.loaded()
      const isFocused = hasFocus(placeRef.current)
      if (loaded === null || (isFocused && isUsedRef.current)) return
      // It may have come before the scripts did.
      isInsideRef.current ||= isFocused
      setSearch(() => loaded.CountrySearch)
    }
    // A load that fails leaves the native picker, and is tried again when somebody leaves that.
    search.load().then(replace, () => undefined)
  }, [hasCountries])

  // The list comes in idle time, and so the search comes after what the form needs first.
  useEffect(arrive, [arrive])

  // Asked now, and not when the search arrived: a dialog may have moved the focus in between. React tells nobody of a
  // focus that it takes away itself.
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
      {Search === null ? <CountrySelect {...props} /> : <Search {...props} />}
    </div>
  )
}

/** Asks the shadow root that it may stand in: to the document, only the root's host has the focus. */
function hasFocus(place: HTMLElement | null): boolean {
  const root = place?.getRootNode() as Document | ShadowRoot | undefined
  return place?.contains(root?.activeElement ?? null) ?? true
}
