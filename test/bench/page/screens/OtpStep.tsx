import { OTPInput, type SlotProps } from 'input-otp'
import { useState } from 'react'
import type { ScreenProps } from './ScreenProps.js'

/** The code with input-otp, as its documentation shows it. */
export function OtpStep({ id }: ScreenProps) {
  const [code, setCode] = useState('')
  return (
    <form>
      <label htmlFor={`${id}code`}>Verification code</label>
      <OTPInput
        id={`${id}code`}
        maxLength={6}
        value={code}
        onChange={setCode}
        render={({ slots }) => (
          <div style={{ display: 'flex' }}>
            {slots.map((slot, index) => (
              <Slot key={index} {...slot} />
            ))}
          </div>
        )}
      />
      <button type="submit">Verify</button>
    </form>
  )
}

function Slot({ char, placeholderChar, isActive }: SlotProps) {
  return (
    <div style={{ width: '2rem', border: '1px solid', outline: isActive ? '2px solid' : 'none' }}>
      {char ?? placeholderChar}
    </div>
  )
}
