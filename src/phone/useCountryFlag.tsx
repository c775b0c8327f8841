'use client'
import { useEffect, useState, type ReactNode } from 'react'
import type { CountryFlag } from './CountryFlag.js'

/**
 * What draws a country's flag, for the eye only: nothing if no flags are wanted, and an empty place of the same
 * size until the pictures are loaded.
 */
export function useCountryFlag(isWanted = false): (country: string) => ReactNode {
  const [Flag, setFlag] = useState<typeof CountryFlag | null>(null)
  useEffect(() => {
    // Without them the names still say everything.
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
