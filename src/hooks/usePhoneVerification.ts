'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { DEFAULT_MAX_AGE } from '../verification/stored.js'
import { ownProperties } from '../matrix/ownProperties.js'
import { PURPOSES } from '../matrix/purposes.js'
import { initialFlow } from '../verification/flow.js'
import { createActions, type PhoneVerificationActions } from './createActions.js'
import type { PhoneVerificationState } from './flowState.js'
import type { VerificationFlow } from './flowStore.js'
import { identifyFlow } from './flowIdentity.js'
import type { PhoneVerificationMutation } from './jobMutation.js'
import { waitError } from './outcome.js'
import type { PhoneVerificationOptions } from './PhoneVerificationOptions.js'
import { SESSION_LIFETIME } from '../verification/waitingTimes.js'
import { steadyNow } from './steadyClock.js'
import { useFlowStore } from './useFlowStore.js'
import { useHomeserver } from './useHomeserver.js'
import { useJobMutation } from './useJobMutation.js'
import { useLatest } from './useLatest.js'
import { useSmsWatch } from './useSmsWatch.js'
import { useVerifiedHandler } from './useVerifiedHandler.js'
import { useVerificationEvents } from './useVerificationEvents.js'

/** What `usePhoneVerification` returns: the state, the actions and the mutations. */
export type UsePhoneVerificationResult = PhoneVerificationActions & {
  /** The react-query mutation behind `send` and `resend`, to read. */
  requestToken: PhoneVerificationMutation
  /** The react-query mutation behind `verify`, to read. */
  submitToken: PhoneVerificationMutation
} & (
    | Exclude<PhoneVerificationState, { step: 'verified' }>
    | (Extract<PhoneVerificationState, { step: 'verified' }> & {
        /** Calls `onVerified` again after it rejected. */
        retry: () => void
      })
  )

/**
 * Verifies that a person owns a phone number. It asks the homeserver (the Matrix server a person's account lives on)
 * for an SMS, submits the code, and manages `client_secret` and `send_attempt`. Needs a `QueryClientProvider` above
 * it.
 *
 * @example
 * const verification = usePhoneVerification({ homeserver: 'https://matrix.example.org', purpose: 'register' })
 * await verification.send({ phoneNumber: '+447700900123', country: 'GB' })
 */
export function usePhoneVerification(given: PhoneVerificationOptions): UsePhoneVerificationResult {
  const options = ownProperties(given)
  const { homeserver, purpose, id = '', storage, maxAge = DEFAULT_MAX_AGE, webOtp = true } = options
  const nowRef = useLatest(options.now ?? steadyNow)
  const now = useCallback(() => nowRef.current(), [nowRef])
  // A clock that the app passes is never treated as having jumped.
  const elapsed = useCallback(
    () => (nowRef.current === steadyNow ? performance.now() : nowRef.current()),
    [nowRef],
  )
  const client = useHomeserver(homeserver, now)
  const operation = PURPOSES[purpose].operation
  const store = useFlowStore({
    ...identifyFlow(client, purpose, id, storage),
    maxAge: Math.min(maxAge, SESSION_LIFETIME),
    now,
    elapsed,
    getRandomValues: options.getRandomValues,
    waitError: (until) => waitError(operation, until),
  })
  // A server renders the initial flow. Hydration repeats it, and what the storage contains shows right after that.
  const flow = useSyncExternalStore(store.subscribe, store.getFlow, () => initialFlow)
  const state = store.readState(flow)
  const requestToken = useJobMutation(store.requestToken)
  const submitToken = useJobMutation(store.submitToken)

  const contextRef = useLatest({ store, client, operation, options })
  useVerificationEvents(store, contextRef)
  const retry = useVerifiedHandler(store, contextRef)
  const actions = useMemo(() => createActions(store, contextRef), [store, contextRef])

  // If the person typed the server's name, no code is submitted automatically: it may be for another server.
  const isRead = typeof webOtp === 'function' || (webOtp && !client.isDiscovered)
  const external = state.step === 'external' ? state : null
  useSmsWatch(external || isRead ? awaitedSms(flow) : null, external ? 'link' : 'code', {
    phone: external?.phone ?? null,
    check: options.checkExternal,
    onDone: external?.confirm,
    onCode: (code) => (typeof webOtp === 'function' ? webOtp(code) : void actions.verify(code)),
  })

  return useMemo(() => {
    const common = { ...actions, requestToken, submitToken }
    return state.step === 'verified' ? { ...common, ...state, retry } : { ...common, ...state }
  }, [actions, requestToken, submitToken, state, retry])
}

/** Identifies the SMS whose code or link is awaited; `null` in other steps. */
function awaitedSms({ step, session }: VerificationFlow): string | null {
  return step === 'code' || step === 'external' ? `${session.clientSecret} ${session.sent}` : null
}
