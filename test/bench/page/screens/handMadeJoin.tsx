import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { isPossiblePhoneNumber } from 'react-phone-number-input'
import PhoneInputWithCountry from 'react-phone-number-input/react-hook-form'
import 'react-phone-number-input/style.css'
import { z } from 'zod'
import type { ScreenProps } from './ScreenProps.js'

const numberSchema = z.object({
  phoneNumber: z
    .string({ error: 'Enter a phone number.' })
    .refine((text) => isPossiblePhoneNumber(text), 'This is no phone number.'),
})

const codeSchema = z.object({ code: z.string().regex(/^\d{6}$/, 'A code has six digits.') })

/** The screen as an app writes it that joins react-phone-number-input, react-hook-form and zod by hand. */
export function Screen({ id }: ScreenProps) {
  const [sentTo, setSentTo] = useState<string>()
  return sentTo === undefined ? (
    <NumberStep id={id} onSent={setSentTo} />
  ) : (
    <CodeStep id={id} sentTo={sentTo} />
  )
}

function NumberStep({ id, onSent }: ScreenProps & { onSent: (phoneNumber: string) => void }) {
  const { control, handleSubmit, formState } = useForm({ resolver: zodResolver(numberSchema) })
  const problem = formState.errors.phoneNumber?.message
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(({ phoneNumber }) => onSent(phoneNumber))(event)}>
      <label htmlFor={`${id}number`}>Phone number</label>
      <PhoneInputWithCountry id={`${id}number`} name="phoneNumber" control={control} defaultCountry="GB" />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <button type="submit">Send code</button>
    </form>
  )
}

function CodeStep({ id, sentTo }: ScreenProps & { sentTo: string }) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(codeSchema),
    defaultValues: { code: '' },
  })
  const seconds = useSecondsLeft(30)
  const problem = formState.errors.code?.message
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <p>Sent to {sentTo}</p>
      <label htmlFor={`${id}code`}>Verification code</label>
      <input {...register('code')} id={`${id}code`} inputMode="numeric" autoComplete="one-time-code" />
      {problem !== undefined && <p role="alert">{problem}</p>}
      <button type="submit">Verify</button>
      <button type="button" disabled={seconds > 0}>
        Resend code
      </button>
      {seconds > 0 && <p role="timer">In {seconds} s</p>}
    </form>
  )
}

/** The countdown that most screens have: a number in the state of the screen, and a timer. */
function useSecondsLeft(from: number): number {
  const [seconds, setSeconds] = useState(from)
  useEffect(() => {
    if (seconds === 0) return
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return seconds
}
