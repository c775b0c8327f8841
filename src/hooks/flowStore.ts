import { initialFlow, transition, type Flow, type FlowEvent } from '../verification/flow.js'
import { copiedFlow, restoreFlow, serializeFlow } from '../verification/stored.js'
import type { FlowError } from './FlowError.js'

/** Where a flow survives a reload: the part of `Storage` that is needed. One that throws is done without. */
export interface FlowStorage {
  /** What is kept under the key; `null` for nothing. */
  getItem: (key: string) => string | null
  /** Keeps a text that holds the client secret, and the proof: what others can read is no place for it. */
  setItem: (key: string, value: string) => void
  /** Forgets what is kept under the key. */
  removeItem: (key: string) => void
}

/** The state of a verification as the hook holds it. */
export type VerificationFlow = Flow<FlowError>
/** What happens to it. */
export type VerificationFlowEvent = FlowEvent<FlowError>

/** Told of every event that changed something. */
export type FlowListener = (
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
) => void

/** A verification outside of React. Every question is answered from the newest state, not from a render. */
export interface FlowStore {
  readonly key: string
  /** Whether the flow was there before this page. */
  readonly resumed: boolean
  getFlow: () => VerificationFlow
  /** Lets an event happen, if it may; the same flow comes back if it may not. */
  dispatch: (event: VerificationFlowEvent) => VerificationFlow
  subscribe: (listener: FlowListener) => () => void
  /** Says in the storage that this page has the flow open. */
  hold: () => void
}

/** Options of {@link createFlowStore}. */
export interface FlowStoreOptions {
  key: string
  storage: FlowStorage | null
  now: () => number
  waitError: (until: number) => FlowError
}

/** Makes the store of a flow, with what an earlier page or an unmounted component left in the storage. */
export function createFlowStore({ key, storage, now, waitError }: FlowStoreOptions): FlowStore {
  const restored = restore()
  let flow: VerificationFlow = restored ?? initialFlow
  const listeners = new Set<FlowListener>()

  function restore(): VerificationFlow | null {
    const kept = restoreFlow(quietly(() => storage?.getItem(key)) ?? null, { now: now(), waitError })
    if (kept === null) return null
    return isCopy(key, kept.held) ? copiedFlow(kept.flow) : kept.flow
  }

  let saved: string | null = null

  function save(held: boolean): void {
    const text = serializeFlow(flow, { now: now(), held })
    saved = null
    quietly(() => {
      // What a full storage does not take must not stay there as it was: its attempts are used. Nor may what is over
      // lie about, or come back when the clock is set.
      storage?.removeItem(key)
      if (text === null) return
      storage?.setItem(key, text)
      saved = text
    })
  }

  function hold(): void {
    save(true)
    tellOfPage(key, { leave: () => save(false), comeBack })
  }

  /** A page from the back-forward cache may find that another one of its tab went on with the flow. */
  function comeBack(): void {
    const isOvertaken = (quietly(() => storage?.getItem(key)) ?? null) !== saved
    if (storage !== null && isOvertaken) dispatch({ type: 'overtaken', flow: restore() ?? initialFlow })
    else save(true)
  }

  function dispatch(event: VerificationFlowEvent): VerificationFlow {
    const before = flow
    flow = transition(before, event)
    if (flow === before) return flow
    // What changes nothing in the storage leaves it alone: a component may be gone and another write there.
    if (flow.step !== before.step || flow.session !== before.session || flow.wait !== before.wait) hold()
    const after = flow
    for (const listener of [...listeners]) listener(after, before, event)
    return flow
  }

  return {
    key,
    resumed: restored !== null,
    getFlow: () => flow,
    dispatch,
    hold,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Whether a flow that this page found in its storage was open in another tab, until this page writes there. */
const copies = new Map<string, boolean>()

function isCopy(key: string, held: boolean): boolean {
  const known = copies.get(key) ?? held
  copies.set(key, known)
  return known
}

/** How each flow of this page hears that the page goes or comes back. */
const flowsOfPage = new Map<string, { leave: () => void; comeBack: () => void }>()

/**
 * A page that goes says so in its storage, and one that comes back takes that back. A copied tab has the
 * storage of a page that never went, which is how it knows.
 */
function tellOfPage(key: string, flow: { leave: () => void; comeBack: () => void }): void {
  if (typeof window === 'undefined') return
  if (flowsOfPage.size === 0) {
    window.addEventListener('pagehide', () => flowsOfPage.forEach(({ leave }) => leave()))
    window.addEventListener('pageshow', () => flowsOfPage.forEach(({ comeBack }) => comeBack()))
  }
  copies.set(key, false)
  flowsOfPage.set(key, flow)
}

/** Storage may be full, forbidden or absent; then a reload starts anew, and nothing else is lost. */
function quietly<Result>(action: () => Result): Result | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
