'use client'
import { useEffect, useState } from 'react'
import { loadOnce } from './loadOnce.js'

const examples = loadOnce(() => import('./exampleNumber.js'))

/** A number of a country as it is written there, once it is loaded; `null` until then, and if none is wanted. */
export function useExampleNumber(country: string, isWanted = false): string | null {
  const [isLoaded, setLoaded] = useState(examples.loaded() !== null)
  useEffect(() => {
    // Without an example the hint still says what it has to.
    if (isWanted)
      examples.load().then(
        () => setLoaded(true),
        () => undefined,
      )
  }, [isWanted])
  return isWanted && isLoaded ? (examples.loaded()?.exampleNumber(country) ?? null) : null
}
