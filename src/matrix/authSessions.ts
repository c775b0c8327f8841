import { unlessAborted } from './unlessAborted.js'

/** A run of user-interactive auth that has not reached its end. */
export interface AuthSession {
  /** The server's `session`, once it has given one. */
  id: string | undefined
  /** The call under way. */
  running: RunningCall | undefined
}

interface RunningCall {
  outcome: Promise<unknown>
  body: string
  signal: AbortSignal | undefined
}

/** What is asked for in a session. */
export interface SessionCall {
  /** What is being finished. */
  key: string
  /** What is sent: two calls that send the same are one. */
  body: string
  signal: AbortSignal | undefined
  /** The error for who gives up while another call is waited for. */
  givenUp: () => Error
}

/** The unfinished runs, by what they are for. They live as long as their owner, and nowhere else. */
const runs = new WeakMap<object, Map<string, AuthSession>>()

/**
 * Runs a call in the session that an earlier one of the same kind has left unfinished, so that a lost last answer
 * is asked for again instead of making a second account. The same call twice at once is one: each would sign in a
 * device. What sends something else, or finds a call that was given up, waits until that is over.
 *
 * @param owner what keeps the session: a client, or something that lives longer
 */
export async function inAuthSession<Result>(
  owner: object,
  call: SessionCall,
  run: (session: AuthSession) => Promise<Result>,
): Promise<Result> {
  const sessions = runs.get(owner) ?? new Map<string, AuthSession>()
  runs.set(owner, sessions)
  for (;;) {
    const session = sessions.get(call.key) ?? { id: undefined, running: undefined }
    sessions.set(call.key, session)
    const { running } = session
    if (running === undefined) return runIn(session, call, run, () => sessions.delete(call.key))
    const waited = await unlessAborted(Promise.allSettled([running.outcome]), call.signal)
    if (waited === null) throw call.givenUp()
    if (running.body !== call.body) continue
    const [ended] = waited.result
    // The key and the body say what runs, so what was waited for has this type.
    if (ended.status === 'fulfilled') return ended.value as Result
    if (running.signal?.aborted !== true) throw ended.reason
  }
}

async function runIn<Result>(
  session: AuthSession,
  { body, signal }: SessionCall,
  run: (session: AuthSession) => Promise<Result>,
  forget: () => void,
): Promise<Result> {
  const outcome = run(session)
  session.running = { outcome, body, signal }
  try {
    const result = await outcome
    session.id = undefined
    return result
  } finally {
    session.running = undefined
    if (session.id === undefined) forget()
  }
}
