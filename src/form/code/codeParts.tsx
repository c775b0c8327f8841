'use client'
import type { ReactNode } from 'react'
import { PURPOSES } from '../../matrix/purposes.js'
import { createPart } from '../shared/createPart.js'
import { inputInStep } from '../shared/stepElement.js'
import { useStep } from '../shared/StepContext.js'
import { Marked, NumberText, ServerText } from '../shared/Text.js'
import { useCode } from './CodeContext.js'
import { typedServer } from './typedServer.js'
import { useBoxFit } from './useBoxFit.js'
import { useFieldDescription } from '../shared/useFieldProblem.js'
import { useSaid } from '../shared/useSaid.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/** The code lengths for which the stylesheet has boxes. The boxes of a longer code would not fit on a small phone. */
const [SHORTEST, LONGEST] = [4, 8]

/** Says where the SMS was sent. */
export const SentTo = /* @__PURE__ */ createPart(
  'SentTo',
  'p',
  function useSentToShape({ verification, options }) {
    const { id } = useStep()
    if (!('sentTo' in verification)) return null
    const message = PURPOSES[options.purpose].hidesAccounts ? 'sentToIfAccount' : 'sentTo'
    const server = verification.step === 'code' ? typedServer(options.homeserver) : null
    const children = (
      <>
        <NumberText message={message} number={verification.sentTo} />
        {server !== null && (
          <>
            {' '}
            <ServerText message="codeGoesTo" server={server} />
          </>
        )}
      </>
    )
    return { slot: 'text', props: { id: `${id}sent`, children } }
  },
)

/** Warns that the server reports another number than the one that was typed. Renders nothing otherwise. */
export const ServerSentTo = /* @__PURE__ */ createPart(
  'ServerSentTo',
  'p',
  function useServerSentToShape({ verification }) {
    const sentTo = 'sentTo' in verification ? verification.sentTo : null
    const ref = useSaid(sentTo?.echo)
    if (sentTo === null || sentTo.echo === null) return null
    const children = (
      <Marked>
        <NumberText message="serverSentTo" number={{ ...sentTo, display: sentTo.echo }} />
      </Marked>
    )
    return { slot: 'warning', props: { ref, children } }
  },
)

/** The label of the code. */
export const CodeLabel = /* @__PURE__ */ createPart(
  'CodeLabel',
  'label',
  function useCodeLabelShape({ wording, input }) {
    const { id } = useStep()
    return {
      slot: 'label',
      props: { htmlFor: input.id ?? `${id}code`, children: wording.say('verificationCode') },
    }
  },
)

/** Draws a box behind each character of the input inside it, if `codeLength` says how many there are. */
export function CodeBoxes({ children }: { children: ReactNode }): ReactNode {
  const length = useVerificationContext().options.codeLength
  const { isOverfull } = useCode()
  const { probeRef, fits } = useBoxFit()
  if (length === undefined || length < SHORTEST || length > LONGEST) return children
  return (
    <div className="mpv-code" data-length={length}>
      <div
        className="mpv-code-line"
        dir="ltr"
        data-plain={!fits || isOverfull || undefined}
        data-overfull={isOverfull || undefined}
      >
        <div className="mpv-code-boxes" aria-hidden="true">
          {Array.from({ length }, (_, index) => (
            <span key={index} className="mpv-code-box" />
          ))}
          <span ref={probeRef} className="mpv-code-probe" />
        </div>
        {children}
      </div>
    </div>
  )
}

/** The code, in a single input. Enter verifies it. */
export const CodeInput = /* @__PURE__ */ createPart(
  'CodeInput',
  'input',
  function useCodeInputShape({ state, as }) {
    const { field, edit, reason, refusal } = useCode()
    const { id, submit, problem = null } = useStep()
    const isInvalid = problem !== null
    // A problem of the surrounding form is not about a typed code, so where the code was sent is still read out.
    const error = reason || refusal ? `${id}error` : `${id}error ${id}sent`
    const described = useFieldDescription(`${id}hint ${id}sent`, error, isInvalid)
    return {
      slot: 'codeInput',
      isMain: true,
      state: { invalid: isInvalid },
      props: {
        ...described,
        ...inputInStep(as, submit),
        ref: field.ref,
        name: 'code',
        onChange: edit,
        id: `${id}code`,
        type: 'text',
        inputMode: 'numeric',
        autoComplete: 'one-time-code',
        autoCapitalize: 'none',
        autoCorrect: 'off',
        spellCheck: false,
        translate: 'no',
        enterKeyHint: 'done',
        dir: 'ltr',
        disabled: state.disabled,
        'aria-invalid': isInvalid || undefined,
      },
    }
  },
)
