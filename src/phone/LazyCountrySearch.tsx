'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CountrySearch, CountrySearchProps } from './CountrySearch.js'
import { CountrySelect } from './CountrySelect.js'
import { loadOnce } from './loadOnce.js'

const search = loadOnce(() => import('./CountrySearch.js'))

/**
 * The picker with a search, which is loaded when the first one is shown. Until then, and if it never comes, the
 * platform's own picker stands in its place; it is not taken away from somebody who is in it.
 */
export function LazyCountrySearch(props: CountrySearchProps) {
  const [Search, setSearch] = useState<typeof CountrySearch | null>(null)
  const placeRef = useRef<HTMLDivElement>(null)
  const hasCountries = props.countries !== null

  const arrive = useCallback(() => {
    if (!hasCountries) return
    const replace = () => {
      const loaded = search.loaded()
      if (loaded !== null && !hasFocus(placeRef.current)) setSearch(() => loaded.CountrySearch)
    }
    // A load that fails leaves the native picker, and is tried again when somebody leaves that.
    search.load().then(replace, () => undefined)
  }, [hasCountries])

  // The list comes in idle time, and so the search comes after what the form needs first.
  useEffect(arrive, [arrive])

  return (
    <div ref={placeRef} className="mpv-country-search" onBlur={arrive}>
      {Search === null ? <CountrySelect {...props} /> : <Search {...props} />}
    </div>
  )
}

/** Asks the shadow root that it may stand in: to the document, only the root's host has the focus. */
function hasFocus(place: HTMLElement | null): boolean {
  const root = place?.getRootNode() as Document | ShadowRoot | undefined
  return place?.contains(root?.activeElement ?? null) ?? true
}
