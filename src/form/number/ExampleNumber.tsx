'use client'
import { useEffect, useState } from 'react'
import { loadOnce } from '../../phone/loadOnce.js'
import { Digits } from '../shared/Text.js'
import { useVerificationContext } from '../shared/VerificationContext.js'
import { useNumber } from './NumberContext.js'
import { useSelectedCountry } from './followedCountry.js'

const example = loadOnce(() => import('../../phone/Example.js'))

/** " For example: 07400 123456", with a number of the selected country. It loads on demand, because few forms show one. */
export function ExampleNumber() {
  const { wording } = useVerificationContext()
  const country = useSelectedCountry(useNumber().country)
  const [before, after] = wording.say('exampleNumber').split('{number}')
  const [loaded, setLoaded] = useState(example.loaded)
  useEffect(() => {
    // If the example cannot be loaded, the hint is complete without it.
    example.load().then(setLoaded, () => undefined)
  }, [])
  return (
    loaded && (
      <loaded.Example country={country}>
        {(number) => (
          <>
            {' '}
            {before}
            <Digits>{number}</Digits>
            {after}
          </>
        )}
      </loaded.Example>
    )
  )
}
