'use client'
import { useEffect, useState, type ReactNode } from 'react'
import type { CountryFlag } from './CountryFlag.js'

/**
 * Returns a function that renders a country's flag, hidden from screen readers. It renders nothing if no flags are
 * wanted, and an empty box of the same size until the images have loaded.
 */
export function useCountryFlag(isWanted = false): (country: string) => ReactNode {
  const [Flag, setFlag] = useState<typeof CountryFlag | null>(null)
  useEffect(() => {
    // If the flags cannot be loaded, the names are enough.
    if (isWanted)
      import('./CountryFlag.js').then((loaded) => setFlag(() => loaded.CountryFlag)).catch(() => {})
  }, [isWanted])
  return (country) =>
    isWanted && (
      <span className="mpv-flag" aria-hidden>
        {Flag !== null && <Flag country={country} />}
      </span>
    )
}
