'use client'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { createPart, inStep } from '../shared/createPart.js'
import { Failure } from '../shared/failureParts.js'
import { Actions, Problem } from '../shared/fieldParts.js'
import { ChangeNumber, changeNumber } from '../shared/resendParts.js'
import { NumberText } from '../shared/Text.js'
import { useProfilePage } from './useProfilePage.js'
import { useHappening } from '../shared/useSaid.js'
import { useVerificationContext } from '../shared/VerificationContext.js'

/**
 * Announces the heading of a step without a field and the paragraph after it, and moves the focus to the heading if the
 * person's own action led to the step. Without a heading, all words of the step are announced.
 *
 * @returns the ref of the step
 */
export function useArrival(): RefObject<HTMLElement | null> {
  const { announce, takeFocus, mainRef } = useVerificationContext()
  // A layout effect, so that the field disappears and the focus moves at the same moment. Screen readers then follow
  // the focus without announcing anything in between.
  useLayoutEffect(() => {
    if (takeFocus()) mainRef.current?.focus()
  }, [mainRef, takeFocus])
  const stepRef = useRef<HTMLElement>(null)
  useHappening(true, () => {
    const { current: main } = mainRef
    const next = main?.nextElementSibling
    const words = main === null ? (stepRef.current?.childNodes ?? []) : [main]
    announce(Array.from(words, ({ textContent }) => textContent).join(' '))
    if (next?.matches('p, .mpv-text') === true) announce(next.textContent)
  })
  return stepRef
}

/** The last step: the verified number, "Try again" if the app failed to process it, and "Change number". */
export const VerifiedStep = /* @__PURE__ */ createPart(
  'VerifiedStep',
  'div',
  function useVerifiedStepShape({ verification, mainRef }) {
    const ref = useArrival()
    const retry = verification.step === 'verified' ? verification.retry : undefined
    const children = (
      <>
        <VerifiedText />
        <Failure />
        <ChangeNumber />
      </>
    )
    return {
      slot: 'step',
      props: { ref, children },
      provide: { focusRef: mainRef, failure: verification.error, retry },
    }
  },
  inStep('verified'),
)

/** The verified number. */
export const VerifiedText = /* @__PURE__ */ createPart('VerifiedText', 'h2', ({ verification }) => {
  if (verification.step !== 'verified') return null
  const children = (
    <>
      <svg className="mpv-check" viewBox="0 0 20 20" width="20" aria-hidden="true" focusable="false">
        <path d="m4.5 10.5 3.5 3.5 7.5-8" />
      </svg>
      <NumberText message="verified" number={verification.sentTo} />
    </>
  )
  return { isMain: true, props: { className: 'mpv-verified', tabIndex: -1, children } }
})

/**
 * Shown if the server does not verify phone numbers for this purpose, by choice or because it has no service for it.
 */
export const UnsupportedStep = /* @__PURE__ */ createPart(
  'UnsupportedStep',
  'div',
  function useUnsupportedStepShape() {
    const ref = useArrival()
    const children = (
      <>
        <UnsupportedTitle />
        <UnsupportedHint />
        <Problem />
        <Actions>
          <AccountLink />
          <StartOver />
        </Actions>
      </>
    )
    return { slot: 'step', props: { ref, children } }
  },
  inStep('unsupported'),
)

/** Says that the server does not verify phone numbers. */
export const UnsupportedTitle = /* @__PURE__ */ createPart('UnsupportedTitle', 'h2', ({ wording }) => ({
  isMain: true,
  props: { className: 'mpv-heading', tabIndex: -1, children: wording.say('unsupported') },
}))

/** Says what the person can do instead. */
export const UnsupportedHint = /* @__PURE__ */ createPart('UnsupportedHint', 'p', ({ wording }) => ({
  slot: 'text',
  props: { children: wording.say('unsupportedHint') },
}))

/** A link to the person's account pages, if an OAuth server manages the accounts. Renders nothing otherwise. */
export const AccountLink = /* @__PURE__ */ createPart(
  'AccountLink',
  'a',
  function useAccountLinkShape({ options, wording }) {
    const href = useProfilePage(options.homeserver)
    if (href === null) return null
    const children = wording.say('manageAccount')
    return { slot: 'secondaryButton', props: { href, target: '_blank', rel: 'noreferrer', children } }
  },
)

/** A button that leads back to the number. */
export const StartOver = /* @__PURE__ */ createPart('StartOver', 'button', (context) =>
  changeNumber('secondaryButton', 'startOver', context),
)
