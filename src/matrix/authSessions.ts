/** A run of user-interactive auth that has not reached its end. */
export interface AuthSession {
  /** The server's `session`, once it has given one. */
  id: string | undefined
  /** The outcome that everybody waits for while a call is under way. */
  running: Promise<unknown> | undefined
}

/** The unfinished runs, by what they are for. They live as long as their owner, and nowhere else. */
const runs = new WeakMap<object, Map<string, AuthSession>>()

/**
 * Runs a call in the session that an earlier one of the same kind has left unfinished, so that a lost last answer
 * is asked for again instead of making a second account. Two calls at once are one: each would sign in a device.
 *
 * @param owner what keeps the session: a client, or something that lives longer
 * @param key what is being finished
 */
export async function inAuthSession<Result>(
  owner: object,
  key: string,
  run: (session: AuthSession) => Promise<Result>,
): Promise<Result> {
  const sessions = runs.get(owner) ?? new Map<string, AuthSession>()
  runs.set(owner, sessions)
  const session = sessions.get(key) ?? { id: undefined, running: undefined }
  sessions.set(key, session)
  // The key says what runs, so what is waited for has this type.
  if (session.running !== undefined) return session.running as Promise<Result>
  const running = run(session)
  session.running = running
  try {
    const result = await running
    sessions.delete(key)
    return result
  } finally {
    session.running = undefined
    if (session.id === undefined) sessions.delete(key)
  }
}
