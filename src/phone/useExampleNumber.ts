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
  const loaded = examples.loaded()
  if (!isWanted || !isLoaded || loaded === null) return null
  const digits = loaded.exampleNumber(country)
  return digits && loaded.formatNational(`+${callingCodeOf(country)}${digits}`)
}
