import { copiedFlow } from './copiedFlow.js'
import { initialFlow, type Flow } from './flow.js'
import { MAY_HAPPEN_IN, type FlowEvent } from './flowEvent.js'
import { isSameNumber, isSameSms, isUsable, nextSession, withVerdict, type Session } from './session.js'
import { nextWait } from './wait.js'
import { SESSION_LIFETIME } from './waitingTimes.js'

/**
 * The rules of a verification, as a pure function: time, secrets and responses come with the event. If a state does
 * not allow an event, the function returns the same object, and no request starts.
 */
export function transition<E>(flow: Flow<E>, event: FlowEvent<E>): Flow<E> {
  if (!MAY_HAPPEN_IN[event.type].includes(flow.step)) return flow
  switch (event.type) {
    case 'sendRequested':
      return requestSend(flow, event)
    case 'actionFailed':
      return flow.sending !== null ? flow : { ...flow, error: event.error }
    case 'resendRequested':
      return requestResend(flow, event)
    case 'codeSent':
      return acceptSend(flow, event)
    case 'sendFailed':
      return refuseSend(flow, event)
    case 'codeSubmitted':
      return submitCode(flow)
    case 'verified':
      return acceptCode(flow, event)
    case 'codeRejected':
      return refuseCode(flow, event)
    case 'externallyConfirmed':
      return confirm(flow, event)
    case 'appReported':
      return isOf(flow, event) && flow.error !== event.error ? { ...flow, error: event.error } : flow
    case 'numberChangeRequested':
      return changeNumber(flow)
    case 'requestsAbandoned':
      return (flow.sending ?? flow.submitting) === null ? flow : { ...flow, sending: null, submitting: null }
    case 'copyFound':
      return copiedFlow(flow)
    case 'overtaken':
      return { ...event.flow, requests: flow.requests }
    case 'reset':
      // The server's wait also applies to what the person does next.
      return isPristine(flow) ? flow : { ...initialFlow, requests: flow.requests, wait: flow.wait }
    case 'forgotten':
      return { ...initialFlow, requests: flow.requests }
  }
}

type Event<E, Type extends FlowEvent<E>['type']> = Extract<FlowEvent<E>, { type: Type }>

function requestSend<E>(flow: Flow<E>, event: Event<E, 'sendRequested'>): Flow<E> {
  const { destination, now } = event
  const { session } = flow
  if (session !== null && isSameNumber(session, destination)) {
    if (flow.step !== 'number' || flow.sending !== null) return flow
    if (isUsable(session, now)) return { ...flow, step: stepOf(session), session, error: null }
  }
  return stillWaiting(flow, now) ?? startSend({ ...flow, step: 'number' }, nextSession(session, event))
}

function requestResend<E>(flow: Flow<E>, event: Event<E, 'resendRequested'>): Flow<E> {
  const { session, sending } = flow
  if (session === null || sending !== null || event.now < session.resendAt) return flow
  const { destination } = session
  return stillWaiting(flow, event.now) ?? startSend(flow, nextSession(session, { ...event, destination }))
}

/** If the server's wait is not over, returns the flow with the refusal shown again. Otherwise returns `null`. */
function stillWaiting<E>(flow: Flow<E>, now: number): Flow<E> | null {
  if (flow.wait === null || now >= flow.wait.until) return null
  return flow.error === flow.wait.error ? flow : { ...flow, error: flow.wait.error }
}

function startSend<E>(flow: Flow<E>, session: Session): Flow<E> {
  const id = flow.requests + 1
  const started = {
    ...flow,
    requests: id,
    sending: { id, session },
    error: null,
    lastNumber: session.destination,
  }
  // The number step keeps the session at once, because the SMS may arrive even if the response does not.
  return started.step === 'number' ? { ...started, session, submitting: null } : started
}

function acceptSend<E>(flow: Flow<E>, event: Event<E, 'codeSent'>): Flow<E> {
  if (flow.sending?.id !== event.request) return flow
  const { session } = flow.sending
  const accepted = {
    ...session,
    accepted: true,
    sent: session.sent + 1,
    sid: event.sid,
    submitUrl: event.submitUrl,
    echo: event.echo,
    resendAt: event.now + event.resendDelay,
    expiresAt: event.now + SESSION_LIFETIME,
    health: session.health === 'alive' ? ('alive' as const) : ('revived' as const),
  }
  return { ...flow, sending: null, wait: null, error: null, step: stepOf(accepted), session: accepted }
}

function refuseSend<E>(flow: Flow<E>, event: Event<E, 'sendFailed'>): Flow<E> {
  if (flow.sending?.id !== event.request) return flow
  const refused = { ...flow, sending: null, error: event.error, wait: nextWait(flow.wait, event) }
  // Only in the number step: a server that has already sent an SMS supports it, and its code can still be typed.
  if (!event.unsupported || refused.step !== 'number') return refused
  return { ...refused, submitting: null, step: 'unsupported', session: null }
}

function submitCode<E>(flow: Flow<E>): Flow<E> {
  if (flow.session === null || flow.submitting !== null) return flow
  const id = flow.requests + 1
  return { ...flow, requests: id, submitting: { id, session: flow.session }, error: null }
}

function acceptCode<E>(flow: Flow<E>, event: Event<E, 'verified'>): Flow<E> {
  if (flow.submitting?.id !== event.request) return flow
  const { session } = flow.submitting
  return session.sid === null ? flow : verified(flow, { ...session, sid: session.sid }, event.now)
}

function refuseCode<E>(flow: Flow<E>, event: Event<E, 'codeRejected'>): Flow<E> {
  if (flow.submitting?.id !== event.request) return flow
  const wait = nextWait(flow.wait, event)
  const refused = { ...flow, submitting: null, error: event.error, wait }
  // A newer SMS may have replaced the one that the code came with. The refusal then says nothing about the newer one.
  if (refused.step !== 'code' || !isSameSms(refused.session, flow.submitting.session)) return refused
  return { ...refused, session: withVerdict(refused.session, event.session) }
}

function confirm<E>(flow: Flow<E>, event: Event<E, 'externallyConfirmed'>): Flow<E> {
  return flow.step === 'external' && isOf(flow, event) ? verified(flow, flow.session, event.now) : flow
}

/** Whether an event is about the flow's session. */
function isOf<E>({ session }: Flow<E>, { clientSecret }: { clientSecret: string }): boolean {
  return session?.clientSecret === clientSecret
}

function verified<E>(flow: Flow<E>, session: Session & { sid: string }, now: number): Flow<E> {
  const proof = { ...session, expiresAt: now + SESSION_LIFETIME }
  return { ...flow, step: 'verified', session: proof, sending: null, submitting: null, error: null }
}

function changeNumber<E>(flow: Flow<E>): Flow<E> {
  if (flow.step === 'number' && flow.sending === null) return flow
  // A verified session is finished. To verify the number again, a new session is needed.
  const session = flow.step === 'verified' ? null : flow.session
  return { ...flow, step: 'number', session, sending: null, submitting: null, error: null }
}

function isPristine<E>(flow: Flow<E>): boolean {
  const { step, session, sending, submitting, error, lastNumber } = flow
  return step === 'number' && (session ?? sending ?? submitting ?? error ?? lastNumber) === null
}

function stepOf(session: Session): 'code' | 'external' {
  return session.submitUrl === null ? 'external' : 'code'
}
