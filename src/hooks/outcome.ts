import { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { RefusedRequest } from '../verification/wait.js'
import type { FlowError, Operation } from './FlowError.js'

/**
 * Our own error as it is; of anything else only its name, since somebody else's message or cause may hold what
 * must not get out: the request with the proof in it.
 */
export function toPhoneVerificationError(error: unknown, operation: Operation): FlowError {
  // The calls of a client name only operations of ours, whichever copy of the library made them.
  if (error instanceof PhoneVerificationError) return error as FlowError
  const name = error instanceof Error ? error.name : typeof error
  return new PhoneVerificationError({
    // It is the app that failed: its client, its MutationCache. No server has said anything.
    kind: operation === 'onVerified' ? 'server-error' : 'invalid-request',
    recovery: 'retry',
    operation,
    message: `${operation} failed outside of this library (${name}).`,
  })
}

/** What the rules of sending need to know of an error. */
export function toRefusedRequest(request: number, error: FlowError, now: number): RefusedRequest<FlowError> {
  const { retryAt, retryAtIsGuess: isGuess } = error
  return { request, error, tooMany: retryAt === undefined ? undefined : { retryAt, isGuess, now } }
}

/** An error that is shown with the wait that the rules made of it. */
export function withRetryAt(error: FlowError, retryAt: number): FlowError {
  return new PhoneVerificationError(Object.assign({}, error, { message: error.message, retryAt }))
}

/** Whether a refused code means that the session is gone. */
export function toSessionVerdict({ kind }: FlowError): 'alive' | 'expired' | 'lost' {
  if (kind === 'code-expired') return 'expired'
  return kind === 'session-lost' ? 'lost' : 'alive'
}

/** The error that a wait from before a reload is shown with. */
export function waitError(operation: Operation, retryAt: number): FlowError {
  return new PhoneVerificationError({
    kind: 'rate-limited',
    operation,
    retryAt,
    message: `${operation} was not sent: the server asked to wait.`,
  })
}
