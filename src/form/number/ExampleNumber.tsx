'use client'
import { useEffect, useState } from 'react'
import { loadOnce } from '../../phone/loadOnce.js'
import { Digits } from '../shared/Text.js'
import { useVerificationContext } from '../shared/VerificationContext.js'
import { useNumber } from './NumberContext.js'
import { useSelectedCountry } from './followedCountry.js'

const examples = loadOnce(async () => {
  const { loadExamples } = await import('../../phone/exampleNumber.js')
  return loadExamples()
})

/** " For example: 07400 123456", with a number of the selected country. The examples load on demand. */
export function ExampleNumber() {
  const { wording } = useVerificationContext()
  const country = useSelectedCountry(useNumber().country)
  const [before, after] = wording.say('exampleNumber').split('{number}')
  const [loaded, setLoaded] = useState(examples.loaded)
  useEffect(() => {
    // If the examples cannot be loaded, the hint is complete without one.
    examples.load().then(setLoaded, () => undefined)
  }, [])
  const example = loaded?.exampleNumber(country) ?? null
  if (example === null) return null
  return (
    <>
      {' '}
      {before}
      <Digits>{example}</Digits>
      {after}
    </>
  )
}
