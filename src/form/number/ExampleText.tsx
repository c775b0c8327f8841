'use client'
import { useWatch } from 'react-hook-form'
import { useExampleNumber } from '../../phone/useExampleNumber.js'
import { useNumber } from './NumberContext.js'
import { Digits } from '../shared/Text.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** " For example: 07400 123456", with a number of the selected country. Renders nothing until that has loaded. */
export function ExampleText() {
  const number = useNumber()
  const { options, wording } = useVerificationContext()
  const country = useWatch({ control: number.form.control, name: 'country' })
  const example = useExampleNumber(country, options.exampleNumber)
  if (example === null) return null
  const [before, after] = wording.say('exampleNumber').split('{number}')
  return (
    <>
      {' '}
      {before}
      <Digits>{example}</Digits>
      {after}
    </>
  )
}
