'use client'
import { useState } from 'react'
import { useHappening } from './useSaid.js'
import { useVerificationContext } from './VerificationContext.js'

/**
 * Leads a person who acted to the field of a step, which is read out with what is wrong with it. Whoever is there
 * already, or went on to elsewhere, is told by the live region.
 *
 * @param cause `null` where nothing is wrong; something else each time that something is found to be.
 * @param problem what is wrong with the field, in words; `null` where it is something else.
 * @param isSelected whether what is in the field is selected, so that typing replaces it.
 */
export function useFieldProblem(cause: unknown, problem: string | null, isSelected = false): void {
  const { announce, takeFocus, mainRef } = useVerificationContext()
  useHappening(cause, () => {
    const field = mainRef.current as HTMLInputElement | null
    const isHere = field?.matches(':focus')
    const isLed = takeFocus()
    if (problem === null) return
    if (isLed) field?.focus()
    if (isLed && isSelected) field?.select()
    if (isHere === true || !isLed) announce(problem)
  })
}

/** The props that describe a field. */
export interface FieldDescription {
  'aria-describedby': string | undefined
  onFocus: () => void
  onBlur: () => void
}

/**
 * Describes a field by its hints, or by what is wrong with it. While somebody is in the field the description stays
 * as it was, because screen readers read a new one over the typing. What turns out to be wrong meanwhile is
 * announced.
 *
 * @param hints ids, apart by spaces; so is `error`.
 */
export function useFieldDescription(hints: string, error: string, isInvalid: boolean): FieldDescription {
  const wanted = isInvalid ? error : hints
  const [kept, setKept] = useState<string | null>(null)
  // The words are gone; those that may come next are others.
  if (kept === error && !isInvalid) setKept('')
  return {
    'aria-describedby': (kept ?? wanted) || undefined,
    onFocus: () => setKept(wanted),
    onBlur: () => setKept(null),
  }
}
