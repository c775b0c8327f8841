import { initialFlow, type Flow } from './flow.js'
import type { Session } from './session.js'
import { LONGEST_WAIT, SESSION_LIFETIME } from './waitingTimes.js'

/** Raised whenever the shape changes; what an older or newer version wrote is ignored. */
export const STORED_VERSION = 2

/** How long a flow is kept after the last action, in milliseconds, if the app does not say. */
export const DEFAULT_MAX_AGE = 60 * 60_000

/** What a reload brings back: the session with its attempt, deadlines and proof, but no request and no error. */
export interface StoredFlow {
  version: typeof STORED_VERSION
  /** When the last action was, in epoch milliseconds. */
  savedAt: number
  /** Names the lock that is held by whoever has the flow open. */
  claim: string
  /** Who has it open; `null` after that was left. A copied tab finds another one's. */
  owner: string | null
  step: 'number' | 'code' | 'external' | 'verified'
  session: Session
  wait: { until: number; guesses: number } | null
}

/** What is kept of a flow, or `null` where there is nothing to keep. */
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

/** The flow as a clock that jumped ahead by so many milliseconds must read it: the server has not waited for that long. */
export function laterExpiry<E>(flow: Flow<E>, later: number): Flow<E> {
  if (flow.step === 'unsupported' || flow.session === null || later === 0) return flow
  const expiresAt = flow.session.expiresAt + later
  // The compiler wants the two kinds of session apart.
  if (flow.step === 'number') return { ...flow, session: { ...flow.session, expiresAt } }
  return { ...flow, session: { ...flow.session, expiresAt } }
}

/**
 * The flow that was kept; `null` if it is over its time.
 *
 * @param options.maxAge milliseconds after the last action
 * @param options.waitError makes the refusal that is shown to a person who asks before `until`
 */
export function restoredFlow<E>(
  stored: StoredFlow,
  options: { now: number; maxAge: number; waitError: (until: number) => E },
): Flow<E> | null {
  if (isTooOld(stored, options)) return null
  const { step, savedAt } = stored
  // A clock that was put back meanwhile must not lengthen a wait.
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
  // The second: the clock was put back by days.
  return now >= Math.min(expiresAt, savedAt + maxAge) || expiresAt > now + 2 * SESSION_LIFETIME
}
