import { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { RefusedRequest } from '../verification/wait.js'
import type { FlowError, Operation } from './FlowError.js'

/**
 * Returns the library's own errors unchanged. Of any other error it keeps only the name, because the message or the
 * cause may contain a secret, such as the request with the proof.
 */
export function toPhoneVerificationError(error: unknown, operation: Operation): FlowError {
  // Every copy of the library uses the same operations, so the type is right.
  if (error instanceof PhoneVerificationError) return error as FlowError
  const name = error instanceof Error ? error.name : typeof error
  return new PhoneVerificationError({
    // The app failed: its client, its MutationCache or its `onVerified`. No server has responded.
    kind: operation === 'onVerified' ? 'server-error' : 'invalid-request',
    recovery: 'retry',
    operation,
    message: `${operation} failed outside of this library (${name}).`,
  })
}

/** The part of an error that the rules for requests need. */
export function toRefusedRequest(request: number, error: FlowError, now: number): RefusedRequest<FlowError> {
  const { retryAt, retryAtIsGuess: isGuess } = error
  return { request, error, tooMany: retryAt === undefined ? undefined : { retryAt, isGuess, now } }
}

/** The same error with the wait that the rules computed. */
export function withRetryAt(error: FlowError, retryAt: number): FlowError {
  return new PhoneVerificationError(Object.assign({}, error, { message: error.message, retryAt }))
}

/** Whether a refused code means that the session is gone. */
export function toSessionVerdict({ kind }: FlowError): 'alive' | 'expired' | 'lost' {
  if (kind === 'code-expired') return 'expired'
  return kind === 'session-lost' ? 'lost' : 'alive'
}

/** The error that shows a server's wait again after a reload. */
export function waitError(operation: Operation, retryAt: number): FlowError {
  return new PhoneVerificationError({
    kind: 'rate-limited',
    operation,
    retryAt,
    message: `${operation} was not sent: the server asked to wait.`,
  })
}
