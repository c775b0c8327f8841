import type { Flow } from './flow.js'
import type { Session } from './session.js'

/** The flow of a tab that is a copy of another tab, which continues the same session. */
export function copiedFlow<E>(flow: Flow<E>): Flow<E> {
  if (flow.step === 'unsupported' || flow.session === null) return flow
  // A pending response arrives only in the other tab.
  if (flow.step !== 'number') return { ...flow, session: copied(flow.session) }
  return { ...flow, session: flow.session.sid === null ? null : copied(flow.session) }
}

/** A session that was over in the other tab is over here too. */
function copied<S extends Session>(session: S): S {
  const isOver = session.health === 'expired' || session.health === 'lost'
  return { ...session, health: isOver ? 'lost' : 'copied' }
}
