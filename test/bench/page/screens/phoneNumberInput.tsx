import { useState } from 'react'
import PhoneInput, { type Value } from 'react-phone-number-input'
import 'react-phone-number-input/style.css'
import type { ScreenProps } from './ScreenProps.js'

/** The component as its documentation shows it: it ends where the number is typed. */
export function Screen({ id }: ScreenProps) {
  const [value, setValue] = useState<Value>()
  return (
    <form>
      <label htmlFor={`${id}number`}>Phone number</label>
      <PhoneInput id={`${id}number`} value={value ?? ''} onChange={setValue} defaultCountry="GB" />
      <button type="submit">Send code</button>
    </form>
  )
}
