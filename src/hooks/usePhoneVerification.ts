'use client'
import { useCallback, useMemo } from 'react'
import { PURPOSES } from '../matrix/purposes.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { Destination } from '../verification/session.js'
import { createActions, type PhoneVerificationActions } from './createActions.js'
import type { VerificationFlow } from './flowStore.js'
import { phoneVerificationKeys } from './mutationKeys.js'
import type { FlowError } from './FlowError.js'
import type { PhoneVerificationOptions } from './options.js'
import { withRetryAt } from './outcome.js'
import { steadyNow } from './steadyClock.js'
import { useFlowStore } from './useFlowStore.js'
import { useHomeserver } from './useHomeserver.js'
import { useJobMutation, type PhoneVerificationMutation } from './useJobMutation.js'
import { useLatest } from './useLatest.js'
import { useSmsWatch } from './useSmsWatch.js'
import { useSteady } from './useSteady.js'
import { toVerifiedPhone, useVerifiedHandler } from './useVerifiedHandler.js'
import { useVerificationEvents } from './verificationEvents.js'

/** A number that the SMS went to, with how to show it. */
export type SentTo = Destination & {
  /** Where the server says the SMS went, if that is another number than was asked for; else `null`. */
  echo: string | null
}

/** What `usePhoneVerification` returns. Deadlines are epoch milliseconds. */
export type PhoneVerification = PhoneVerificationActions & {
  /** What the newest action failed with. */
  error: FlowError | null
  /** Whether a request is under way. */
  isPending: boolean
  /** The `send_attempt` of the newest request; 0 before the first. */
  sendAttempt: number
  /** The react-query mutation behind `send` and `resend`, to read. */
  requestToken: PhoneVerificationMutation
  /** The react-query mutation behind `verify`, to read. */
  submitToken: PhoneVerificationMutation
} & (
    | { step: 'number' }
    | { step: 'code'; sentTo: SentTo; resendAt: number }
    | {
        step: 'external'
        sentTo: SentTo
        resendAt: number
        /** Not proved yet: for the app to try its `m.login.msisdn` stage with. */
        phone: VerifiedPhone
        /** Says that the server took it. */
        confirm: () => void
      }
    | {
        step: 'verified'
        sentTo: SentTo
        phone: VerifiedPhone
        /** Calls `onVerified` again after it rejected. */
        confirm: () => void
      }
    | { step: 'unsupported' }
  )

/**
 * Verifies that a person owns a phone number: asks the homeserver for an SMS, submits its code, and keeps
 * `client_secret` and `send_attempt` right on the way. Needs a `QueryClientProvider` above it.
 *
 * @example
 * const verification = usePhoneVerification({ homeserver: 'https://matrix.example.org', purpose: 'register' })
 * await verification.send({ phoneNumber: '+447700900123', country: 'GB' })
 */
export function usePhoneVerification(options: PhoneVerificationOptions): PhoneVerification {
  const { homeserver, purpose, id = '', storage, now = steadyNow } = options
  const client = useHomeserver(homeserver, now)
  const operation = PURPOSES[purpose].operation
  const key = `matrix-phone-verification ${client.baseUrl}${client.apiPath} ${purpose} ${id}`
  const { store, flow } = useFlowStore(key, operation, { storage, now })

  const [requestToken, runSend] = useJobMutation(phoneVerificationKeys.requestToken)
  const [submitToken, runSubmit] = useJobMutation(phoneVerificationKeys.submitToken)
  const contextRef = useLatest({ store, client, operation, now, options, runSend, runSubmit })
  useVerificationEvents(store, contextRef)
  const announceAgain = useVerifiedHandler(store, contextRef)

  const actions = useMemo(() => createActions(store, contextRef), [store, contextRef])
  const confirmExternal = useCallback(() => {
    store.dispatch({ type: 'externallyConfirmed', now: now() })
  }, [store, now])

  const { step, session, sending, submitting, wait } = flow
  const error = useMemo(() => shownError(flow.error, wait), [flow.error, wait])
  const sentTo = useSteady(session && { ...session.destination, echo: session.echo })
  const phone = useSteady(toVerifiedPhone(session, client.identityServer?.idServer))

  const { webOtp = true } = options
  const isWatched = step === 'external' || (step === 'code' && webOtp !== false)
  const sms = isWatched ? `${session.clientSecret} ${session.sent}` : null
  useSmsWatch(sms, step === 'external' ? 'link' : 'code', {
    phone,
    check: options.checkExternal,
    onDone: confirmExternal,
    onCode: (code) => (typeof webOtp === 'function' ? webOtp(code) : void actions.verify(code)),
  })

  const common = {
    ...actions,
    error,
    isPending: (sending ?? submitting) !== null,
    sendAttempt: (sending?.session ?? session)?.sendAttempt ?? 0,
    requestToken,
    submitToken,
  }
  return useSteady(verificationAt())

  function verificationAt(): PhoneVerification {
    if (step === 'number' || step === 'unsupported' || sentTo === null || phone === null) {
      return { ...common, step: step === 'unsupported' ? step : 'number' }
    }
    const resendAt = Math.max(session.resendAt, wait?.until ?? 0)
    if (step === 'code') return { ...common, step, sentTo, resendAt }
    if (step === 'external') return { ...common, step, sentTo, resendAt, phone, confirm: confirmExternal }
    return { ...common, step, sentTo, phone, confirm: announceAgain }
  }
}

/** A server's refusal is shown with the wait that is kept: after several without a hint that is a longer one. */
function shownError(error: FlowError | null, wait: VerificationFlow['wait']): FlowError | null {
  if (error === null || wait?.error !== error || error.retryAt === wait.until) return error
  return withRetryAt(error, wait.until)
}
