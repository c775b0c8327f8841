'use client'
import { createContext, useContext } from 'react'
import type { CodeForm } from './useCodeForm.js'

/** @internal */
export const CodeContext = createContext<CodeForm | null>(null)

/** The state of the code step that contains the part. */
export function useCode(): CodeForm {
  const code = useContext(CodeContext)
  if (code === null) {
    throw new Error('This part stands alone: put it into PhoneVerification.CodeStep.')
  }
  return code
}
