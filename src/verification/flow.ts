import {
  isSameNumber,
  isUsable,
  isSameSms,
  nextSession,
  SESSION_LIFETIME,
  type Session,
  type SessionInput,
  withVerdict,
} from './session.js'
import { nextWait, type Refusal, type Wait } from './wait.js'

/** A request that was started and not answered yet. */
export interface PendingRequest {
  /** Identifies the request, so that a late answer to another one is dropped. */
  id: number
  /** The session as it was when the request started. */
  session: Session
}

/** Everything there is to know about a verification. `E` is the error type, of which the rules know nothing. */
export type Flow<E> = {
  /** Requests started so far. */
  requests: number
  /** The request for an SMS under way. */
  sending: PendingRequest | null
  /** The submission of a code under way. */
  submitting: PendingRequest | null
  wait: Wait<E> | null
  error: E | null
} & (
  | { step: 'number'; session: Session | null }
  | { step: 'code' | 'external' | 'verified'; session: Session & { sid: string } }
  | { step: 'unsupported'; session: null }
)

/** The names of the steps. */
export type Step = 'number' | 'code' | 'external' | 'verified' | 'unsupported'

/** What can happen. */
export type FlowEvent<E> =
  | ({ type: 'sendRequested' } & SessionInput)
  | { type: 'sendImpossible'; error: E }
  | { type: 'resendRequested'; freshSecret: string; now: number }
  | {
      type: 'codeSent'
      request: number
      sid: string
      submitUrl: string | null
      echo: string | null
      now: number
      /** Milliseconds until another SMS may be asked for, by how many the server accepted. */
      resendDelay: (sent: number) => number
    }
  | ({ type: 'sendFailed'; unsupported: boolean } & Refusal<E>)
  | { type: 'codeSubmitted' }
  | { type: 'verified'; request: number; now: number }
  | ({ type: 'codeRejected'; session: 'alive' | 'expired' | 'lost' } & Refusal<E>)
  | { type: 'externallyConfirmed'; now: number }
  | { type: 'appReported'; error: E | null }
  | { type: 'numberChangeRequested' }
  | { type: 'requestsAbandoned' }
  | { type: 'overtaken'; flow: Flow<E> }
  | { type: 'reset' }

/** Where a verification begins. */
export const initialFlow: Flow<never> = {
  step: 'number',
  session: null,
  requests: 0,
  sending: null,
  submitting: null,
  wait: null,
  error: null,
}

/**
 * The rules of a verification. Pure: time, secrets and answers come in with the event. An event that may not
 * happen in a state returns that same object, and so asks for nothing.
 */
export function transition<E>(flow: Flow<E>, event: FlowEvent<E>): Flow<E> {
  switch (event.type) {
    case 'sendRequested':
      return requestSend(flow, event)
    case 'sendImpossible':
      return flow.step === 'unsupported' || flow.sending !== null ? flow : { ...flow, error: event.error }
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
      return flow.step === 'external' ? verified(flow, flow.session, event.now) : flow
    case 'appReported':
      return flow.step === 'verified' && flow.error !== event.error ? { ...flow, error: event.error } : flow
    case 'numberChangeRequested':
      return changeNumber(flow)
    case 'requestsAbandoned':
      return (flow.sending ?? flow.submitting) === null ? flow : { ...flow, sending: null, submitting: null }
    case 'overtaken':
      return { ...event.flow, requests: flow.requests }
    case 'reset':
      return isPristine(flow) ? flow : { ...initialFlow, requests: flow.requests, wait: flow.wait }
  }
}

type Event<E, Type extends FlowEvent<E>['type']> = Extract<FlowEvent<E>, { type: Type }>

function requestSend<E>(flow: Flow<E>, event: Event<E, 'sendRequested'>): Flow<E> {
  const { destination, now } = event
  const { session } = flow
  if (flow.step === 'unsupported') return flow
  if (session !== null && isSameNumber(session, destination)) {
    if (flow.step !== 'number' || flow.sending !== null) return flow
    if (isUsable(session, now)) return { ...flow, step: stepOf(session), session, error: null }
  }
  return stillWaiting(flow, now) ?? startSend({ ...flow, step: 'number' }, nextSession(session, event))
}

function requestResend<E>(flow: Flow<E>, event: Event<E, 'resendRequested'>): Flow<E> {
  const { now, freshSecret } = event
  if ((flow.step !== 'code' && flow.step !== 'external') || flow.sending !== null) return flow
  if (now < flow.session.resendAt) return flow
  const { destination } = flow.session
  return (
    stillWaiting(flow, now) ?? startSend(flow, nextSession(flow.session, { destination, freshSecret, now }))
  )
}

/** Where the server's wait is not over, nothing starts and its refusal is shown again. */
function stillWaiting<E>(flow: Flow<E>, now: number): Flow<E> | null {
  if (flow.wait === null || now >= flow.wait.until) return null
  return flow.error === flow.wait.error ? flow : { ...flow, error: flow.wait.error }
}

function startSend<E>(flow: Flow<E>, session: Session): Flow<E> {
  const id = flow.requests + 1
  const started = { ...flow, requests: id, sending: { id, session }, error: null }
  // The number step remembers at once what was asked for: the answer may never come, the SMS may.
  return started.step === 'number' ? { ...started, session, submitting: null } : started
}

function acceptSend<E>(flow: Flow<E>, event: Event<E, 'codeSent'>): Flow<E> {
  if (flow.sending?.id !== event.request) return flow
  const { session } = flow.sending
  const sent = session.sent + 1
  const accepted = {
    ...session,
    accepted: true,
    sent,
    sid: event.sid,
    submitUrl: event.submitUrl,
    echo: event.echo,
    resendAt: event.now + event.resendDelay(sent),
    expiresAt: event.now + SESSION_LIFETIME,
    health: session.health === 'alive' ? ('alive' as const) : ('revived' as const),
  }
  return { ...flow, sending: null, wait: null, error: null, step: stepOf(accepted), session: accepted }
}

function refuseSend<E>(flow: Flow<E>, event: Event<E, 'sendFailed'>): Flow<E> {
  if (flow.sending?.id !== event.request) return flow
  const refused = { ...flow, sending: null, error: event.error, wait: nextWait(flow.wait, event) }
  // A server that has sent an SMS before knows how; its code can still be typed.
  if (!event.unsupported || refused.step !== 'number') return refused
  return { ...refused, submitting: null, step: 'unsupported', session: null }
}

function submitCode<E>(flow: Flow<E>): Flow<E> {
  if (flow.step !== 'code' || flow.submitting !== null) return flow
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
  // The code may belong to an SMS that a newer one has replaced meanwhile; then the verdict is not about ours.
  if (refused.step !== 'code' || !isSameSms(refused.session, flow.submitting.session)) return refused
  return { ...refused, session: withVerdict(refused.session, event.session) }
}

function verified<E>(flow: Flow<E>, session: Session & { sid: string }, now: number): Flow<E> {
  const proof = { ...session, expiresAt: now + SESSION_LIFETIME }
  return { ...flow, step: 'verified', session: proof, sending: null, submitting: null, error: null }
}

function changeNumber<E>(flow: Flow<E>): Flow<E> {
  if (flow.step === 'number' && flow.sending === null) return flow
  // A number that was verified is spent: verifying it again is a new session.
  const session = flow.step === 'verified' ? null : flow.session
  return { ...flow, step: 'number', session, sending: null, submitting: null, error: null }
}

function isPristine<E>({ step, session, sending, submitting, error }: Flow<E>): boolean {
  return step === 'number' && (session ?? sending ?? submitting ?? error) === null
}

function stepOf(session: Session): 'code' | 'external' {
  return session.submitUrl === null ? 'external' : 'code'
}
