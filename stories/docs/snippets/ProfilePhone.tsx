import { useState } from 'react'
import { AddPhone, type Session } from './AddPhone.js'

/** A profile whose account has a number: it is shown, and changed only when the person asks for that. */
export function ProfilePhone({ session, phoneNumber }: { session: Session; phoneNumber: string }) {
  const [isChanging, setIsChanging] = useState(false)
  if (isChanging) return <AddPhone session={session} />
  return (
    <p>
      <bdi dir="ltr">{phoneNumber}</bdi>
      <button onClick={() => setIsChanging(true)}>Use another number</button>
    </p>
  )
}
