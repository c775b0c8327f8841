'use client'
import { useEffect, useState } from 'react'
import { callingCodeOf } from './countries.js'
import { loadOnce } from './loadOnce.js'
import { loadPhoneEngine } from './parsePhoneNumber.js'

const examples = loadOnce(async () => {
  const [{ exampleNumber }, { formatNational }] = await Promise.all([
    import('./exampleNumber.js'),
    loadPhoneEngine(),
  ])
  return { exampleNumber, formatNational }
})

/** An example number of a country in its national format; `null` until it has loaded. */
export function useExampleNumber(country: string): string | null {
  const [isLoaded, setLoaded] = useState(examples.loaded() !== null)
  useEffect(() => {
    // If the example cannot be loaded, the hint is complete without it.
    examples.load().then(
      () => setLoaded(true),
      () => undefined,
    )
  }, [])
  const loaded = examples.loaded()
  if (!isLoaded || loaded === null) return null
  const digits = loaded.exampleNumber(country)
  return digits && loaded.formatNational(`+${callingCodeOf(country)}${digits}`)
}
