import type { KeyboardEvent, MouseEvent, SyntheticEvent } from 'react'
import type { VerificationContextValue } from './VerificationContext.js'

type As = VerificationContextValue['as']

/** The element of a step with an input: a `<form>`, or a `<div>` inside another form. */
export function stepElement(as: As, submit: (() => void) | undefined) {
  if (as !== 'form') return { tag: 'div' } as const
  return {
    tag: 'form',
    props: {
      noValidate: true,
      // This method does nothing outside a <dialog>. With the default one, Enter would put the number into the URL of
      // a server-rendered page before hydration.
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

/**
 * The props that separate a step's input from a form around it: that form does not include the input, and Enter does
 * not submit it.
 */
export function inputInStep(
  as: As,
  submit: (() => void) | undefined,
): { form?: string; onKeyDown?: (event: KeyboardEvent) => void } {
  if (as === 'form') return {}
  return {
    // No element has an empty id, so the input belongs to no form.
    form: '',
    onKeyDown: (event: KeyboardEvent) => {
      if (!isEnter(event)) return
      event.preventDefault()
      submit?.()
    },
  }
}

/**
 * Submits the form that a click or Enter would submit. In a frame that is sandboxed without `allow-forms` the browser
 * blocks a submission before the submit event. An event that a script dispatches is not blocked.
 */
function submitForm(event: SyntheticEvent<HTMLFormElement>, form: HTMLFormElement | null): void {
  if (event.defaultPrevented || form !== event.currentTarget) return
  event.preventDefault()
  event.currentTarget.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

/** Whether Enter in an element submits its form: in inputs, except those that act like buttons. */
function isTypedIn({ tagName, type }: HTMLInputElement): boolean {
  return tagName === 'INPUT' && !/^(button|submit|reset|image|file|color)$/.test(type)
}

function isEnter({ key, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !isOfInputMethod(nativeEvent)
}

/** Whether Enter only ends the composition of an input method. In Safari only a deprecated property shows that. */
function isOfInputMethod(event: KeyboardEvent['nativeEvent']): boolean {
  return event.isComposing || Reflect.get(event, 'keyCode') === 229
}
