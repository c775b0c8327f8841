import { PhoneVerificationError, type Operation } from '../matrix/PhoneVerificationError.js'
import type { Refusal } from '../verification/wait.js'

/**
 * Our own error as it is; of anything else only that it happened, since somebody else's message or cause may
 * hold what must not get out.
 */
export function toPhoneVerificationError(error: unknown, operation: Operation): PhoneVerificationError {
  if (error instanceof PhoneVerificationError) return error
  return new PhoneVerificationError({
    kind: 'server-error',
    operation,
    message: `${operation} failed outside of this library.`,
  })
}

/** What the rules of sending need to know of an error. */
export function toRefusal(
  request: number,
  error: PhoneVerificationError,
  now: number,
): Refusal<PhoneVerificationError> {
  const { retryAt, retryAtIsGuess } = error
  const wait = retryAt === undefined ? undefined : { at: retryAt, isGuess: retryAtIsGuess, now }
  return { request, error, retryAt: wait }
}

/** An error that is shown with the wait that the rules made of it. */
export function withRetryAt(error: PhoneVerificationError, retryAt: number): PhoneVerificationError {
  const { kind, operation, message, recovery, retryAtIsGuess, errcode, status } = error
  const facts = { kind, operation, message, recovery, retryAtIsGuess, errcode, status }
  return new PhoneVerificationError({ ...facts, retryAt })
}

/** Whether a refused code means that the session is gone. */
export function toSessionVerdict({ kind }: PhoneVerificationError): 'alive' | 'expired' | 'lost' {
  if (kind === 'code-expired') return 'expired'
  return kind === 'session-lost' ? 'lost' : 'alive'
}

/** The error that a wait from before a reload is shown with. */
export function waitError(operation: Operation, retryAt: number): PhoneVerificationError {
  return new PhoneVerificationError({
    kind: 'rate-limited',
    operation,
    retryAt,
    message: `${operation} was not sent: the server asked to wait.`,
  })
}
