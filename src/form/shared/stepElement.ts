import type { KeyboardEvent, MouseEvent, SyntheticEvent } from 'react'
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
      onClick: (event: MouseEvent<HTMLFormElement>) => {
        const button = (event.target as Element).closest('button')
        if (button?.type === 'submit') submitForm(event, button.form)
      },
      onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => {
        const input = event.target as HTMLInputElement
        if (isEnter(event) && isTypedIn(input)) submitForm(event, input.form)
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
      if (!isEnter(event)) return
      event.preventDefault()
      submit?.()
    },
  }
}

/**
 * Submits what a press or an Enter would submit. In a frame that is sandboxed without `allow-forms` the browser stops a
 * submission before it is an event; an event of our own is none.
 */
function submitForm(event: SyntheticEvent<HTMLFormElement>, form: HTMLFormElement | null): void {
  if (event.defaultPrevented || form !== event.currentTarget) return
  event.preventDefault()
  event.currentTarget.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

/** Whether Enter in an element submits its form: in inputs, but for those that are buttons. */
function isTypedIn({ tagName, type }: HTMLInputElement): boolean {
  return tagName === 'INPUT' && !/^(button|submit|reset|image|file|color)$/.test(type)
}

function isEnter({ key, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !isOfInputMethod(nativeEvent)
}

/** Whether an Enter ends what an input method writes. In Safari only an old property tells it from a person's own. */
function isOfInputMethod(event: KeyboardEvent['nativeEvent']): boolean {
  return event.isComposing || Reflect.get(event, 'keyCode') === 229
}
