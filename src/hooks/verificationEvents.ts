'use client'
import { useEffect } from 'react'
import type { PhoneVerificationErrorKind, Purpose, Recovery } from '../matrix/PhoneVerificationError.js'
import type { FlowStore, VerificationFlow, VerificationFlowEvent } from './flowStore.js'
import type { Session } from '../verification/session.js'
import type { PhoneVerificationOptions } from './options.js'
import type { useLatest } from './useLatest.js'

/** What happened, without a number, a code, a secret or a session ID. */
export type PhoneVerificationEvent = {
  purpose: Purpose
  /** The country of the number, ISO 3166-1 alpha-2; `null` before there is one. */
  country: string | null
  /** The step that this led to. */
  step: VerificationFlow['step']
} & (
  | { type: 'sendRequested'; sendAttempt: number }
  | { type: 'codeSent'; sendAttempt: number }
  | { type: 'sendFailed'; kind: PhoneVerificationErrorKind; recovery: Recovery }
  | { type: 'codeSubmitted' }
  | { type: 'codeRejected'; kind: PhoneVerificationErrorKind; recovery: Recovery }
  | { type: 'verified' }
  | { type: 'resumed' }
  | { type: 'returnedToCode' }
  | { type: 'numberChangeRequested' }
  | { type: 'reset' }
)

type Happening = PhoneVerificationEvent extends infer Event
  ? Event extends PhoneVerificationEvent
    ? Omit<Event, 'purpose' | 'country' | 'step'>
    : never
  : never

/** The stores whose beginning was reported, so that an effect that runs again does not report it again. */
const resumed = new WeakSet<FlowStore>()

/** Reports what happens in a flow to the app. */
export function useVerificationEvents(
  store: FlowStore,
  optionsRef: ReturnType<typeof useLatest<PhoneVerificationOptions>>,
): void {
  useEffect(() => {
    // Called at once, but async: what the app throws goes unhandled, and stops nothing that the rules let happen.
    const tell = async (happening: Happening | null, flow: VerificationFlow, session: Session | null) => {
      if (happening === null) return
      const { onEvent, purpose } = optionsRef.current
      const country = session?.destination.country ?? null
      onEvent?.({ purpose, country, step: flow.step, ...happening })
    }
    const flow = store.getFlow()
    if (store.resumed && flow.step !== 'number' && !resumed.has(store)) {
      resumed.add(store)
      void tell({ type: 'resumed' }, flow, flow.session)
    }
    return store.subscribe((after, before, event) => {
      void tell(toHappening(after, before, event), after, after.session ?? before.session)
    })
  }, [store, optionsRef])
}

/** The event that a change of the flow is reported as; `null` where it is nobody's business. */
function toHappening(
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
): Happening | null {
  switch (event.type) {
    case 'sendRequested':
    case 'resendRequested':
      if (after.sending !== null && after.sending.id !== before.sending?.id) {
        return { type: 'sendRequested', sendAttempt: after.sending.session.sendAttempt }
      }
      if (before.step === 'number' && after.step !== 'number') return { type: 'returnedToCode' }
      return failure('sendFailed', after)
    case 'sendAccepted':
      return { type: 'codeSent', sendAttempt: after.session?.sendAttempt ?? 0 }
    case 'sendRefused':
    case 'sendImpossible':
      return failure('sendFailed', after)
    case 'codeSubmitted':
      return { type: 'codeSubmitted' }
    case 'codeAccepted':
    case 'externallyConfirmed':
      return { type: 'verified' }
    case 'codeRefused':
      return failure('codeRejected', after)
    case 'numberChangeRequested':
      return { type: 'numberChangeRequested' }
    case 'resetRequested':
      return { type: 'reset' }
    case 'verifiedHandlerStarted':
    case 'verifiedHandlerFailed':
    case 'requestsAbandoned':
    case 'overtaken':
      return null
  }
}

function failure(type: 'sendFailed' | 'codeRejected', { error }: VerificationFlow): Happening | null {
  return error === null ? null : { type, kind: error.kind, recovery: error.recovery }
}
