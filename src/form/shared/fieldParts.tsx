'use client'
import { useState } from 'react'
import { createPart } from './createPart.js'
import { useSaid } from './useSaid.js'
import { useStep } from './StepContext.js'
import { Marked } from './Text.js'

/** The inputs of a step, with their labels, hint and error. */
export const Field = /* @__PURE__ */ createPart('Field', 'div', function useFieldShape() {
  const { problem = null } = useStep()
  return { slot: 'field', state: { invalid: problem !== null } }
})

/** What the field is for. Hidden while there is an error. */
export const Hint = /* @__PURE__ */ createPart('Hint', 'p', function useHintShape() {
  const { id, hint, problem = null } = useStep()
  return { slot: 'hint', props: { id: `${id}hint`, hidden: problem !== null, children: hint } }
})

/** What is wrong with the typed value, and what to do. Renders nothing if there is no error. */
export const FieldError = /* @__PURE__ */ createPart(
  'FieldError',
  'p',
  function useFieldErrorShape() {
    const { id, problem } = useStep()
    return {
      slot: 'error',
      state: { invalid: true },
      props: { id: `${id}error`, children: <Marked>{problem}</Marked> },
    }
  },
  function useFieldErrorIsThere() {
    return typeof useStep().problem === 'string'
  },
)

/** The surrounding form's error about its value, for a step without an input. */
export const Problem = /* @__PURE__ */ createPart('Problem', 'p', function useProblemShape({ problem }) {
  // A problem that was announced in the previous step is not announced again.
  const [known] = useState(problem)
  const ref = useSaid(problem !== known && problem)
  if (problem === null) return null
  return {
    slot: 'error',
    state: { invalid: true },
    props: { ref, children: <Marked>{problem}</Marked> },
  }
})

/** Buttons side by side. */
export const Actions = /* @__PURE__ */ createPart('Actions', 'div', () => ({ slot: 'actions' }))

/** The step's own button: "Send code", "Verify". */
export const Submit = /* @__PURE__ */ createPart(
  'Submit',
  'button',
  function useSubmitShape({ as, wording, state }) {
    const { submit, action = 'sendCode', isBusy, focusRef } = useStep()
    return {
      slot: 'primaryButton',
      props: {
        ref: focusRef,
        disabled: state.disabled,
        'aria-disabled': isBusy,
        children: wording.say(action),
        // A submit button would submit the surrounding form.
        ...(as === 'form' ? { type: 'submit' } : { type: 'button', onClick: submit }),
      },
    }
  },
)

/** Names a `fieldset`. */
export const Legend = /* @__PURE__ */ createPart('Legend', 'legend', () => ({
  props: { className: 'mpv-label mpv-legend' },
}))
