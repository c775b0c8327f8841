import type { Flow } from '../../src/verification/flow.js'
import { restoredFlow, storedFlow, type StoredFlow } from '../../src/verification/stored.js'
import { NOW } from './events.js'

const DAY = 24 * 60 * 60_000

/** What is kept of a flow. */
export function keep(flow: Flow<string>, now = NOW): StoredFlow | null {
  return storedFlow(flow, { savedAt: now, claim: 'claim', owner: null })
}

/** What comes back of it, with a refusal that says how long it held. */
export function restore(stored: StoredFlow | null, now = NOW, maxAge = DAY): Flow<string> | null {
  return stored && restoredFlow<string>(stored, { now, maxAge, waitError: (until) => `wait until ${until}` })
}

/** The flow as the next page finds it. */
export function reloaded(flow: Flow<string>, now = NOW): Flow<string> {
  const restored = restore(keep(flow), now)
  if (restored === null) throw new Error('nothing came back')
  return restored
}
