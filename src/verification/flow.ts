import type { Destination } from './destination.js'
import type { Session } from './session.js'
import type { Wait } from './wait.js'

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
  /** The number of the newest request, also after "Change number"; `null` before the first and after a reset. */
  lastNumber: Destination | null
} & (
  | { step: 'number'; session: Session | null }
  | { step: 'code' | 'external' | 'verified'; session: Session & { sid: string } }
  | { step: 'unsupported'; session: null }
)

/** The names of the steps. */
export type Step = 'number' | 'code' | 'external' | 'verified' | 'unsupported'

/** Where a verification begins. */
export const initialFlow: Flow<never> = {
  step: 'number',
  session: null,
  requests: 0,
  sending: null,
  submitting: null,
  wait: null,
  error: null,
  lastNumber: null,
}
