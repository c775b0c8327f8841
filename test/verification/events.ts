import type { Destination } from '../../src/verification/destination.js'
import { initialFlow, type Flow } from '../../src/verification/flow.js'
import type { FlowEvent } from '../../src/verification/flowEvent.js'
import type { Session } from '../../src/verification/session.js'
import { transition } from '../../src/verification/transition.js'

export const US: Destination = { phoneNumber: '+12025550123', country: 'US', display: '+1 202 555 0123' }
export const DE: Destination = { phoneNumber: '+4915228817386', country: 'DE', display: '+49 1522 8817386' }

export const NOW = Date.UTC(2026, 10, 21)
export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
/** When another SMS may be asked for, if the first came at NOW. */
export const LATER = NOW + 30 * SECOND

type Event = FlowEvent<string>

/** Everything that happens, one after the other, from the beginning. */
export function after(...events: Event[]): Flow<string> {
  return events.reduce<Flow<string>>(transition, initialFlow)
}

/** What happens next. */
export function next(flow: Flow<string>, ...events: Event[]): Flow<string> {
  return events.reduce(transition, flow)
}

/** How many requests the events start. */
export function requestsOf(...events: Event[]): number {
  return after(...events).requests
}

/** The session of a flow that has one. */
export function sessionOf({ session }: Flow<string>): Session {
  if (session === null) throw new Error('there is no session')
  return session
}

/** What the request under way tells the server. */
export function asked({ sending }: Flow<string>) {
  if (sending === null) return null
  const { destination, clientSecret, sendAttempt } = sending.session
  return { phoneNumber: destination.phoneNumber, clientSecret, sendAttempt }
}

export const send = (destination: Destination, freshSecret: string, now = NOW): Event => ({
  type: 'sendRequested',
  destination,
  freshSecret,
  idServer: null,
  now,
})

export const resend = (freshSecret: string, now = LATER): Event => ({
  type: 'resendRequested',
  freshSecret,
  idServer: null,
  now,
})

export const accept = (
  request: number,
  told: {
    sid?: string
    submitUrl?: string | null
    echo?: string | null
    now?: number
    resendDelay?: number
  } = {},
): Event => ({
  type: 'codeSent',
  request,
  sid: 'sid',
  submitUrl: 'https://sms.example.org/submit',
  echo: null,
  now: NOW,
  resendDelay: 30 * SECOND,
  ...told,
})

export const refuse = (request: number, error = 'refused'): Event => ({
  type: 'sendFailed',
  request,
  error,
  unsupported: false,
})

export const unsupported = (request: number): Event => ({
  type: 'sendFailed',
  request,
  error: 'unsupported',
  unsupported: true,
})

const tooMany = (at: number | null, now: number) => ({
  retryAt: at ?? now + MINUTE,
  isGuess: at === null,
  now,
})

/** A "too many requests" that says until when, or `null` where it does not. */
export const limit = (request: number, at: number | null, now = NOW): Event => ({
  type: 'sendFailed',
  request,
  error: `wait until ${at}`,
  unsupported: false,
  tooMany: tooMany(at, now),
})

export const submit: Event = { type: 'codeSubmitted' }

export const rightCode = (request: number, now = NOW): Event => ({ type: 'verified', request, now })

export const wrongCode = (request: number, session: 'alive' | 'expired' | 'lost' = 'alive'): Event => ({
  type: 'codeRejected',
  request,
  session,
  error: `code ${session}`,
})

export const limitCode = (request: number, at: number | null, now = NOW): Event => ({
  type: 'codeRejected',
  request,
  session: 'alive',
  error: `code wait until ${at}`,
  tooMany: tooMany(at, now),
})

export const confirm = (clientSecret = 's1'): Event => ({
  type: 'externallyConfirmed',
  clientSecret,
  now: NOW,
})
export const changeNumber: Event = { type: 'numberChangeRequested' }
export const abandon: Event = { type: 'requestsAbandoned' }
export const reset: Event = { type: 'reset' }
export const handlerStarted: Event = { type: 'appReported', clientSecret: 's1', error: null }
export const handlerFailed: Event = { type: 'appReported', clientSecret: 's1', error: 'the app failed' }
export const impossible: Event = { type: 'actionFailed', error: 'no number' }
