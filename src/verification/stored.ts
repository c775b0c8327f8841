import { initialFlow, type Flow } from './flow.js'
import { SESSION_LIFETIME, type Session } from './session.js'

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

/**
 * What this version writes, to the letter: a text of any other form is not ours. A member that is added to a
 * session is added here, and the version raised.
 */
const [TIME, FLAG, TEXT] = ['\\d+(\\.\\d+)?(e\\+\\d+)?', '(true|false)', '(null|"([^"\\\\]|\\\\.)*")']
const FORM = new RegExp(
  `^{"version":${VERSION},"savedAt":${TIME},"held":${FLAG},"step":"(number|code|external|verified)",` +
    `"session":{"destination":{"phoneNumber":"\\+[1-9]\\d{1,14}","country":"[A-Z]{2}","display":"[^"]+"},` +
    `"clientSecret":"[\\w.=-]{1,255}","sendAttempt":[1-9]\\d*,"accepted":${FLAG},"sent":\\d+,"sid":${TEXT},` +
    `"submitUrl":${TEXT},"echo":${TEXT},"resendAt":${TIME},"expiresAt":${TIME},` +
    `"health":"(alive|expired|revived|lost|copied)"},"wait":(null|{"until":${TIME},"guesses":\\d+})}$`,
)

function parseStored(text: string | null): StoredFlow | null {
  if (text === null || !FORM.test(text)) return null
  // The form above is that of the type.
  const stored = JSON.parse(text) as StoredFlow
  const { phoneNumber, display } = stored.session.destination
  return display.replace(/[^+\d]/g, '') === phoneNumber ? stored : null
}
