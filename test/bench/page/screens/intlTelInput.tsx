import IntlTelInput from '@intl-tel-input/react'
import { useState } from 'react'
import 'intl-tel-input/styles'
import { OtpStep } from './OtpStep.js'
import type { ScreenProps } from './ScreenProps.js'

const loadUtils = () => import('intl-tel-input/utils')

/** The component as its documentation shows it, with its utilities loaded late, and input-otp for the code. */
export function Screen({ id }: ScreenProps) {
  const [, setNumber] = useState('')
  const [isSent, setIsSent] = useState(false)
  if (isSent) return <OtpStep id={id} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setIsSent(true)
      }}
    >
      <label htmlFor={`${id}number`}>Phone number</label>
      <IntlTelInput
        initialCountry="gb"
        loadUtils={loadUtils}
        onChangeNumber={setNumber}
        inputProps={{ id: `${id}number` }}
      />
      <button type="submit">Send code</button>
    </form>
  )
}
