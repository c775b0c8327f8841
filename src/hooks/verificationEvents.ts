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

/** What each event of the flow is reported as; the others are nobody's business. */
const NAMES: Partial<Record<VerificationFlowEvent['type'], PhoneVerificationEvent['type']>> = {
  sendAccepted: 'codeSent',
  sendRefused: 'sendFailed',
  sendImpossible: 'sendFailed',
  codeSubmitted: 'codeSubmitted',
  codeAccepted: 'verified',
  externallyConfirmed: 'verified',
  codeRefused: 'codeRejected',
  numberChangeRequested: 'numberChangeRequested',
  resetRequested: 'reset',
}

function toHappening(
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
): Happening | null {
  const type = NAMES[event.type] ?? (isRequest(event) ? outcomeOfAsking(after, before) : null)
  const { error, session, sending } = after
  switch (type) {
    case 'sendRequested':
    case 'codeSent':
      return { type, sendAttempt: (sending?.session ?? session)?.sendAttempt ?? 0 }
    case 'sendFailed':
    case 'codeRejected':
      return error && { type, kind: error.kind, recovery: error.recovery }
    default:
      return type && { type }
  }
}

function isRequest({ type }: VerificationFlowEvent): boolean {
  return type === 'sendRequested' || type === 'resendRequested'
}

function outcomeOfAsking(after: VerificationFlow, before: VerificationFlow): PhoneVerificationEvent['type'] {
  if (after.sending !== null && after.sending.id !== before.sending?.id) return 'sendRequested'
  return before.step === 'number' && after.step !== 'number' ? 'returnedToCode' : 'sendFailed'
}
