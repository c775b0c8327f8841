import { unlessAborted } from './unlessAborted.js'

/** An unfinished run of user-interactive auth. */
export interface AuthSession {
  /** The server's `session`, once it has given one. */
  id: string | undefined
  /** The call in progress, if there is one. */
  running: RunningCall | undefined
}

interface RunningCall {
  outcome: Promise<unknown>
  body: string
  signal: AbortSignal | undefined
}

/** A call to run in a session. */
export interface SessionCall {
  /** Identifies the session. Calls with the same key continue the same session. */
  key: string
  /** What the call sends. Calls with the same key and body share one run. */
  body: string
  signal: AbortSignal | undefined
  /** Creates the error for a caller that aborts while it waits for another call. */
  givenUp: () => Error
}

/** The unfinished runs of each owner, by key. They are kept in memory only, for as long as the owner exists. */
const runs = new WeakMap<object, Map<string, AuthSession>>()

/**
 * Runs a call in the session that an earlier call with the same key left unfinished. After a lost response, the server
 * is therefore asked again for the same result instead of creating a second account. Two identical calls at the same
 * time share one run, because each run would sign in a device. A call that sends something else waits until the
 * running one has ended, and so does an identical call if the running one was aborted.
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
    // The same key and body mean the same kind of call, so the result has this type.
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
