'use client'
import { useEffect, useRef } from 'react'
import type { FlowStore, VerificationFlow, VerificationFlowEvent } from './flowStore.js'
import type { Session } from '../verification/session.js'
import type { PhoneVerificationEvent } from './PhoneVerificationEvent.js'
import type { RequestContext } from './requests.js'

type Happening = PhoneVerificationEvent extends infer Event
  ? Event extends PhoneVerificationEvent
    ? Omit<Event, 'purpose' | 'country' | 'step'>
    : never
  : never

/** Reports the events of a flow to the app. */
export function useVerificationEvents(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): void {
  /** The flow whose start was reported, so that an effect that runs again does not report it again. */
  const begunRef = useRef<FlowStore | null>(null)
  useEffect(() => {
    // Async, but `onEvent` still runs at once. Errors that the app throws are reported as unhandled and do not
    // interrupt the flow.
    const tell = async (happening: Happening | null, flow: VerificationFlow, session: Session | null) => {
      if (happening === null) return
      const { onEvent, purpose } = contextRef.current.options
      const country = session?.destination.country ?? null
      onEvent?.({ purpose, country, step: flow.step, ...happening })
    }
    const flow = store.getFlow()
    if (begunRef.current !== store && flow.step !== 'number')
      void tell({ type: 'resumed' }, flow, flow.session)
    begunRef.current = store
    return store.subscribe((after, before, event) => {
      void tell(toHappening(after, before, event), after, after.session ?? before.session)
    })
  }, [store, contextRef])
}

function toHappening(
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
): Happening | null {
  const type = nameOf(after, before, event.type)
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

/** Most events keep the name that they have in the rules. Internal ones give `null` and are not reported. */
function nameOf(
  after: VerificationFlow,
  before: VerificationFlow,
  type: VerificationFlowEvent['type'],
): PhoneVerificationEvent['type'] | null {
  switch (type) {
    case 'sendRequested':
    case 'resendRequested':
      if (after.sending !== null && after.sending.id !== before.sending?.id) return 'sendRequested'
      return before.step === 'number' && after.step !== 'number' ? 'returnedToCode' : 'sendFailed'
    case 'actionFailed':
      return 'sendFailed'
    case 'externallyConfirmed':
      return 'verified'
    case 'appReported':
    case 'requestsAbandoned':
    case 'overtaken':
    case 'copyFound':
      return null
    case 'forgotten':
      return 'reset'
    default:
      return type
  }
}
