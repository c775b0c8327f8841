'use client'
import { createContext, useContext } from 'react'
import type { NumberForm } from './NumberForm.js'

/** @internal */
export const NumberContext = createContext<NumberForm | null>(null)

/** The number of the form that contains the part. It is kept when the number step unmounts. */
export function useNumber(): NumberForm {
  const number = useContext(NumberContext)
  if (number === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.Root.')
  }
  return number
}
