import { initialFlow, type Flow } from './flow.js'
import type { Session } from './session.js'
import { LONGEST_WAIT, SESSION_LIFETIME } from './waitingTimes.js'

/** Increase this whenever the shape changes. Entries of other versions are ignored. */
export const STORED_VERSION = 2

/** How long a flow is kept after the last action by default, in milliseconds. */
export const DEFAULT_MAX_AGE = 60 * 60_000

/** What a reload restores: the session with its attempt, deadlines and proof, but no request and no error. */
export interface StoredFlow {
  version: typeof STORED_VERSION
  /** When the last action was, in epoch milliseconds. */
  savedAt: number
  /** The name of the lock that is held by the page with the flow open. */
  claim: string
  /**
   * The name of the registry that has the flow open; `null` after its page was left. In a copied tab it is another
   * tab's.
   */
  owner: string | null
  step: 'number' | 'code' | 'external' | 'verified'
  session: Session
  wait: { until: number; guesses: number } | null
}

/** The part of a flow to store; `null` if there is nothing to store. */
export function storedFlow<E>(
  flow: Flow<E>,
  keeping: Pick<StoredFlow, 'savedAt' | 'claim' | 'owner'>,
): StoredFlow | null {
  const { step, session, wait } = flow
  if (step === 'unsupported' || session === null) return null
  return {
    version: STORED_VERSION,
    ...keeping,
    step,
    session,
    wait: wait && { until: wait.until, guesses: wait.guesses },
  }
}

/**
 * Moves the session's deadline by the time that the clock jumped ahead, because for the server that time has not
 * passed.
 */
export function laterExpiry<E>(flow: Flow<E>, later: number): Flow<E> {
  if (flow.step === 'unsupported' || flow.session === null || later === 0) return flow
  const expiresAt = flow.session.expiresAt + later
  // TypeScript needs a separate branch for each of the two types of session.
  if (flow.step === 'number') return { ...flow, session: { ...flow.session, expiresAt } }
  return { ...flow, session: { ...flow.session, expiresAt } }
}

/**
 * The flow from the storage; `null` if it is too old.
 *
 * @param options.maxAge milliseconds after the last action
 * @param options.waitError creates the error to show if the person requests an SMS before `until`
 */
export function restoredFlow<E>(
  stored: StoredFlow,
  options: { now: number; maxAge: number; waitError: (until: number) => E },
): Flow<E> | null {
  if (isTooOld(stored, options)) return null
  const { step, savedAt } = stored
  // A clock that was set back meanwhile must not lengthen a wait.
  const lag = Math.max(0, savedAt - options.now)
  const session = { ...stored.session, resendAt: stored.session.resendAt - lag }
  const until = Math.min((stored.wait?.until ?? 0) - lag, options.now + LONGEST_WAIT)
  const wait = stored.wait && { ...stored.wait, until, error: options.waitError(until) }
  const common = { ...initialFlow, wait, lastNumber: session.destination }
  if (step === 'number') return { ...common, step, session }
  const { sid } = session
  return sid === null ? null : { ...common, step, session: { ...session, sid } }
}

function isTooOld(
  { savedAt, session }: StoredFlow,
  { now, maxAge }: { now: number; maxAge: number },
): boolean {
  const expiresAt = session.sid === null ? savedAt + SESSION_LIFETIME : session.expiresAt
  // The second condition is true if the clock was set back by days.
  return now >= Math.min(expiresAt, savedAt + maxAge) || expiresAt > now + 2 * SESSION_LIFETIME
}
