import { useState } from 'react'
import { PhoneInput } from 'react-international-phone'
import 'react-international-phone/style.css'
import { OtpStep } from './OtpStep.js'
import type { ScreenProps } from './ScreenProps.js'

/** The component as its documentation shows it, and input-otp for the code. */
export function Screen({ id }: ScreenProps) {
  const [phone, setPhone] = useState('')
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
      <PhoneInput
        defaultCountry="gb"
        value={phone}
        onChange={(typed) => setPhone(typed)}
        inputProps={{ id: `${id}number` }}
      />
      <button type="submit">Send code</button>
    </form>
  )
}
