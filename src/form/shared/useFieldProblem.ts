'use client'
import { useEffect, useState } from 'react'
import { focusText, type TextField } from './textField.js'
import { useHappening } from './useSaid.js'
import { useVerificationContext } from './VerificationContext.js'

/**
 * Moves the focus of a person who acted to the field of a step, when the step comes and when an error is found; screen
 * readers read the field with its error. If the person is in the field already, or has moved on to something else, the
 * live region announces the error.
 *
 * @param cause `null` if nothing is wrong; a new value each time an error is found
 * @param problem the message about the field; `null` if the error is about something else
 * @param isSelected whether the text of the field is selected, so that typing replaces it
 */
export function useFieldProblem(
  cause: unknown,
  problem: string | null,
  field: TextField,
  isSelected = false,
): void {
  const { announce, takeFocus } = useVerificationContext()
  useEffect(() => {
    if (takeFocus()) focusText(field)
  }, [field, takeFocus])
  useHappening(cause, () => {
    const input = field.input()
    const isHere = input?.matches(':focus') ?? true
    const isLed = takeFocus()
    if (problem === null) return
    if (isLed) input?.focus()
    if (isLed && isSelected) input?.select()
    if (isHere || !isLed) announce(problem)
  })
}

/** The props that describe a field. */
export interface FieldDescription {
  'aria-describedby': string | undefined
  onFocus: () => void
  onBlur: () => void
}

/**
 * Describes a field by its hints, or by its error. While the field has the focus the description stays the same,
 * because screen readers would read a new one over the typing. An error that appears meanwhile is announced.
 *
 * @param hints ids, separated by spaces, as in `error`
 */
export function useFieldDescription(hints: string, error: string, isInvalid: boolean): FieldDescription {
  const wanted = isInvalid ? error : hints
  const [kept, setKept] = useState<string | null>(null)
  // The error is gone, and the next one may have another message.
  if (kept === error && !isInvalid) setKept('')
  return {
    'aria-describedby': (kept ?? wanted) || undefined,
    onFocus: () => setKept(wanted),
    onBlur: () => setKept(null),
  }
}
