'use client'
import { useRef, useState } from 'react'
import { PURPOSES } from '../../matrix/purposes.js'
import { buttonShape } from './buttonShape.js'
import { createPart, type PartShape } from './createPart.js'
import type { MessageKey } from '../../messages/messages.js'
import { Failure } from './failureParts.js'
import { Actions } from './fieldParts.js'
import type { Slot } from './FormOptions.js'
import type { PartState } from './PartState.js'
import { Countdown, SendingStatus } from './statusParts.js'
import { useStep } from './StepContext.js'
import { NumberText } from './Text.js'
import { useWait } from './useWait.js'
import { useVerificationContext, type VerificationContextValue } from './VerificationContext.js'

/** The messages for requesting again: a code, or a message with a link if there is no code to type. */
const WORDS = {
  code: {
    again: 'resendCode',
    wait: 'resend',
    sent: 'codeSentAgain',
    sentIfAccount: 'codeSent',
  },
  external: {
    again: 'resendMessage',
    wait: 'resendMessage',
    sent: 'messageSentAgain',
    sentIfAccount: 'messageSentAgain',
  },
} as const

const wordsOf = (step: string) => WORDS[step === 'external' ? 'external' : 'code']

/** "Didn’t get the text?": check the number, wait, request again, and the app's own `help`. */
export const Resend = /* @__PURE__ */ createPart('Resend', 'div', function useResendShape(context) {
  const { verification, options } = context
  const { error, isPending, requestToken } = verification
  const focusRef = useRef<HTMLElement>(null)
  const [firstRequest] = useState(requestToken.variables)
  const words = wordsOf(verification.step)
  const { resendAt = 0, sentTo = null } = 'resendAt' in verification ? verification : {}
  const isAboutSending = error !== null && error.operation !== 'submitToken'
  const isLimited = isAboutSending && error.kind === 'rate-limited'
  const wait = useWait(words.wait, resendAt, isLimited && error)
  if (sentTo === null) return null
  const isSending = isPending && requestToken.isPending
  const wasResent = requestToken.isSuccess && requestToken.variables !== firstRequest && !isAboutSending

  /** Pressed too early, it only announces how long to wait. */
  const submit = () => {
    if (isSending) return
    if (!wait.say()) void verification.resend()
  }
  // Saying that a message was sent would tell a stranger that the number has an account.
  const message = PURPOSES[options.purpose].hidesAccounts ? words.sentIfAccount : words.sent
  return {
    props: { className: 'mpv-resend', children: <ResendPanelParts /> },
    provide: {
      submit,
      isBusy: isSending,
      focusRef,
      failure: isAboutSending && !(isLimited && wait.isOver) ? error : null,
      retry: () => void verification.resend(),
      isWaiting: !wait.isOver,
      countdown: wait.countdown,
      notice: wasResent && <NumberText message={message} number={sentTo} />,
    },
  }
})

function ResendPanelParts() {
  return (
    <>
      <ResendText />
      <Actions>
        <ResendButton />
        <ChangeNumber />
      </Actions>
      <Failure />
      <Countdown />
      <SendingStatus />
      <Help />
    </>
  )
}

/** Asks whether the message arrived, and asks the person to check the number. */
export const ResendText = /* @__PURE__ */ createPart('ResendText', 'p', ({ verification, wording }) => {
  if (!('sentTo' in verification)) return null
  const children = (
    <>
      <strong>{wording.say('didNotGetIt')}</strong>{' '}
      <NumberText message="checkNumber" number={verification.sentTo} />
    </>
  )
  return { slot: 'text', props: { children } }
})

/** The state of {@link ResendButton}. */
export interface ResendButtonState extends PartState {
  /** Whether it is too early to request another SMS. */
  waiting: boolean
}

/**
 * Requests another SMS. It stays in the tab order while it waits, and announces the remaining time if it is pressed.
 */
export const ResendButton = /* @__PURE__ */ createPart<'button', ResendButtonState>(
  'ResendButton',
  'button',
  function useResendButtonShape(context) {
    const { submit, isBusy, isWaiting = false, focusRef } = useStep()
    const { props, ...shape } = buttonShape(context, {
      slot: 'secondaryButton',
      message: wordsOf(context.verification.step).again,
      onClick: submit,
      isBusy: isWaiting || isBusy,
    })
    return { ...shape, state: { waiting: isWaiting }, props: { ...props, ref: focusRef } }
  },
)

/** A button that leads back to the number, which is filled in and selected. */
export const ChangeNumber = /* @__PURE__ */ createPart('ChangeNumber', 'button', (context) =>
  changeNumber('linkButton', 'changeNumber', context),
)

/** A button that leads back to the number. */
export function changeNumber(
  slot: Slot,
  message: MessageKey,
  context: VerificationContextValue,
): PartShape<'button'> {
  const onClick = () => {
    context.moveFocus()
    context.verification.changeNumber()
  }
  return buttonShape(context, { slot, message, onClick })
}

/** The app's `help`. */
export function Help() {
  return useVerificationContext().options.help
}
