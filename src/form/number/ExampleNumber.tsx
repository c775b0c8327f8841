'use client'
import { useEffect, useState } from 'react'
import { loadOnce } from '../../phone/loadOnce.js'

const example = loadOnce(() => import('./ExampleText.js'))

/** An example of a number, with all that is needed for it, which few forms load. */
export function ExampleNumber() {
  const [loaded, setLoaded] = useState(example.loaded)
  useEffect(() => {
    // Without an example the hint still says what it has to.
    example.load().then(setLoaded, () => undefined)
  }, [])
  return loaded && <loaded.ExampleText />
}
