import type { KeyboardEvent, SyntheticEvent } from 'react'
import type { VerificationContextValue } from './VerificationContext.js'

type As = VerificationContextValue['as']

/** The element of a step that is typed in: a form of its own, or none inside of another form. */
export function stepElement(as: As, submit: (() => void) | undefined) {
  if (as !== 'form') return { tag: 'div' } as const
  return {
    tag: 'form',
    props: {
      noValidate: true,
      // Nothing, outside of a dialog: before the scripts of a server's page are here, Enter would put the number
      // into the address.
      method: 'dialog',
      // React lets a submit bubble to forms around a portal.
      onSubmit: (event: SyntheticEvent) => {
        event.preventDefault()
        event.stopPropagation()
        submit?.()
      },
    },
  } as const
}

/** What makes an input the step's own inside of another form: that neither sees it nor gets its Enter. */
export function inputInStep(
  as: As,
  submit: (() => void) | undefined,
): { form?: string; onKeyDown?: (event: KeyboardEvent) => void } {
  if (as === 'form') return {}
  return {
    // An id that nothing has: the input belongs to no form.
    form: '',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || isOfInputMethod(event.nativeEvent)) return
      event.preventDefault()
      submit?.()
    },
  }
}

/** Whether an Enter ends what an input method writes. In Safari only an old property tells it from a person's own. */
function isOfInputMethod(event: KeyboardEvent['nativeEvent']): boolean {
  return event.isComposing || Reflect.get(event, 'keyCode') === 229
}
