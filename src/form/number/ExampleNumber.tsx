'use client'
import { useEffect, useState } from 'react'
import { loadOnce } from '../../phone/loadOnce.js'

const example = loadOnce(() => import('./ExampleText.js'))

/** An example of a number. Everything that it needs loads on demand, because few forms show one. */
export function ExampleNumber() {
  const [loaded, setLoaded] = useState(example.loaded)
  useEffect(() => {
    // If the example cannot be loaded, the hint is complete without it.
    example.load().then(setLoaded, () => undefined)
  }, [])
  return loaded && <loaded.ExampleText />
}
