import { initialFlow, type Flow } from './flow.js'
import { SESSION_LIFETIME, type Destination, type Session } from './session.js'

/** Raised whenever the shape changes; what an older or newer version wrote is ignored. */
const VERSION = 1

/** No server's wait that was read here is longer. */
const LONGEST_WAIT = 24 * 60 * 60 * 1000

/** What a reload brings back: the session with its attempt, deadlines and proof, but no request and no error. */
interface StoredFlow {
  version: typeof VERSION
  /** Epoch milliseconds. */
  savedAt: number
  /** Whether a page has it open. It is cleared when that page goes, so a copied tab finds it set. */
  held: boolean
  step: 'number' | 'code' | 'external' | 'verified'
  session: Session
  wait: { until: number; guesses: number } | null
}

/** The text under which a flow is kept, or `null` where there is nothing to keep. */
export function serializeFlow<E>(flow: Flow<E>, options: { now: number; held: boolean }): string | null {
  const { step, session, wait } = flow
  if (step === 'unsupported' || session === null) return null
  const stored: StoredFlow = {
    version: VERSION,
    savedAt: options.now,
    held: options.held,
    step,
    session,
    wait: wait && { until: wait.until, guesses: wait.guesses },
  }
  return JSON.stringify(stored)
}

/**
 * Reads a flow back. Text that is not ours, of another version, or over its time gives `null`.
 *
 * @param waitError makes the refusal that is shown to whoever asks before `until`.
 */
export function restoreFlow<E>(
  text: string | null,
  options: { now: number; waitError: (until: number) => E },
): { flow: Flow<E>; held: boolean } | null {
  const stored = parseStored(text)
  if (stored === null || isTooOld(stored, options.now)) return null
  const { step, held } = stored
  // A clock that was put back meanwhile must not lengthen a wait.
  const lag = Math.max(0, stored.savedAt - options.now)
  const session = { ...stored.session, resendAt: stored.session.resendAt - lag }
  const until = Math.min((stored.wait?.until ?? 0) - lag, options.now + LONGEST_WAIT)
  const wait = stored.wait && { ...stored.wait, until, error: options.waitError(until) }
  if (step === 'number') return { flow: { ...initialFlow, wait, step, session }, held }
  const { sid } = session
  return sid === null ? null : { flow: { ...initialFlow, wait, step, session: { ...session, sid } }, held }
}

/** The flow of a tab that was made by copying another one, which goes on with the same session. */
export function copiedFlow<E>(flow: Flow<E>): Flow<E> {
  if (flow.step === 'unsupported' || flow.session === null) return flow
  // An answer that is still on its way comes to the other tab alone.
  if (flow.step !== 'number') return { ...flow, session: copied(flow.session) }
  return { ...flow, session: flow.session.sid === null ? null : copied(flow.session) }
}

/** What no longer counted in the other tab does not count here either. */
function copied<S extends Session>(session: S): S {
  const isOver = session.health === 'expired' || session.health === 'lost'
  return { ...session, health: isOver ? 'lost' : 'copied' }
}

function isTooOld({ savedAt, session }: StoredFlow, now: number): boolean {
  const expiresAt = session.sid === null ? savedAt + SESSION_LIFETIME : session.expiresAt
  return now >= expiresAt || expiresAt > now + 2 * SESSION_LIFETIME
}

function parseStored(text: string | null): StoredFlow | null {
  const value = parseJson(text)
  if (!isRecord(value) || value['version'] !== VERSION) return null
  const { savedAt, held, step, session, wait } = value
  if (!isTime(savedAt) || typeof held !== 'boolean' || !isStep(step) || !isSession(session)) return null
  if (wait !== null && !(isRecord(wait) && isTime(wait['until']) && isTime(wait['guesses']))) return null
  const { until, guesses } = wait ?? {}
  return {
    version: VERSION,
    savedAt,
    held,
    step,
    session,
    wait: isTime(until) && isTime(guesses) ? { until, guesses } : null,
  }
}

function isStep(value: unknown): value is StoredFlow['step'] {
  return value === 'number' || value === 'code' || value === 'external' || value === 'verified'
}

function isSession(value: unknown): value is Session {
  return (
    isRecord(value) &&
    isDestination(value['destination']) &&
    typeof value['clientSecret'] === 'string' &&
    /^[0-9a-zA-Z.=_-]{1,255}$/.test(value['clientSecret']) &&
    Number.isSafeInteger(value['sendAttempt']) &&
    Number(value['sendAttempt']) > 0 &&
    typeof value['accepted'] === 'boolean' &&
    isTime(value['sent']) &&
    isTextOrNull(value['sid']) &&
    isTextOrNull(value['submitUrl']) &&
    isTextOrNull(value['echo']) &&
    isTime(value['resendAt']) &&
    isTime(value['expiresAt']) &&
    ['alive', 'expired', 'revived', 'lost', 'copied'].includes(String(value['health']))
  )
}

function isDestination(value: unknown): value is Destination {
  return (
    isRecord(value) &&
    typeof value['phoneNumber'] === 'string' &&
    /^\+[1-9]\d{1,14}$/.test(value['phoneNumber']) &&
    typeof value['country'] === 'string' &&
    /^[A-Z]{2}$/.test(value['country']) &&
    typeof value['display'] === 'string' &&
    value['display'].replace(/[^+\d]/g, '') === value['phoneNumber']
  )
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
