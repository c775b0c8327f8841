import type { Flow } from './flow.js'
import type { Session } from './session.js'

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
