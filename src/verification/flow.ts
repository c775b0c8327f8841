import type { Destination } from './destination.js'
import type { Session } from './session.js'
import type { Wait } from './wait.js'

/** A request that has no response yet. */
export interface PendingRequest {
  /** Identifies the request, so that a late response to another one is ignored. */
  id: number
  /** The session as it was when the request started. */
  session: Session
}

/** The complete state of a verification. `E` is the type of its errors; the rules do not depend on it. */
export type Flow<E> = {
  /** The number of requests started so far. */
  requests: number
  /** The request for an SMS in progress. */
  sending: PendingRequest | null
  /** The submission of a code in progress. */
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

/** The initial state of a verification. */
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
