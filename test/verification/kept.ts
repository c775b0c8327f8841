import type { Flow } from '../../src/verification/flow.js'
import { restoreFlow, serializeFlow } from '../../src/verification/stored.js'
import { NOW } from './events.js'

/** What is kept of a flow. */
export function write(flow: Flow<string>, now = NOW, held = false): string | null {
  return serializeFlow(flow, { now, held })
}

/** What is read of it, with a refusal that says how long it held. */
export function read(text: string | null, now = NOW) {
  return restoreFlow<string>(text, { now, waitError: (until) => `wait until ${until}` })
}

/** The flow as the next page finds it. */
export function reloaded(flow: Flow<string>, now = NOW): Flow<string> {
  const restored = read(write(flow), now)
  if (restored === null) throw new Error('nothing came back')
  return restored.flow
}
