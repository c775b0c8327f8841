import type { QueryClient } from '@tanstack/react-query'
import type { FlowError } from './FlowError.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import { initialFlow, type Flow } from '../verification/flow.js'
import type { FlowEvent } from '../verification/flowEvent.js'
import { transition } from '../verification/transition.js'
import { createFlowKeeper, type KeepingOptions, type SaveOptions } from './flowKeeper.js'
import type { FlowStorage } from './flowStorage.js'
import { createStateReader, type PhoneVerificationState } from './flowState.js'
import { createJobMutation, type JobMutation } from './jobMutation.js'
import { phoneVerificationKeys } from './mutationKeys.js'

/** The state of a verification as the hooks hold it. */
export type VerificationFlow = Flow<FlowError>
/** An event of a verification. */
export type VerificationFlowEvent = FlowEvent<FlowError>

/** Called after every event that changed the flow. */
export type FlowListener = (
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
) => void

/** One verification, kept outside of React. Its functions read the newest state and not that of a render. */
export interface FlowStore {
  readonly key: string
  readonly storage: FlowStorage | null
  /** Epoch milliseconds. */
  readonly now: () => number
  getFlow: () => VerificationFlow
  /** A flow as the public state. */
  readState: (flow: VerificationFlow) => PhoneVerificationState
  /** The newest flow as the public state. */
  getState: () => PhoneVerificationState
  /** Applies an event, and returns the new flow. If the rules do not allow the event, the flow stays the same. */
  dispatch: (event: VerificationFlowEvent) => VerificationFlow
  subscribe: (listener: FlowListener) => () => void
  /** The mutations in which the requests run. */
  readonly requestToken: JobMutation<FlowError>
  readonly submitToken: JobMutation<FlowError>
  /** Resolve when the newest request of each kind has ended. */
  readonly running: Partial<Record<'sending' | 'submitting', Promise<void>>>
  /** The calls of `onVerified` that failed, of mounted components, and how to repeat them. */
  readonly failures: Map<object, () => void>
  /** Resolves when it is known whether this tab is a copy; `null` where there is nothing to wait for. */
  settling: () => Promise<unknown> | null
  /** Called when the first component shows the flow. */
  wake: () => void
  /** Called when the last component that shows the flow unmounts. */
  sleep: () => void
  /** Whether no component shows the flow any more. */
  isAsleep: () => boolean
  /** Called when the page is left. The person may come back to it. */
  leave: () => void
  comeBack: () => void
  /** Forgets a proof that an account helper has used. The screen stays as it is. */
  spend: (proof: Pick<VerifiedPhone, 'sid' | 'clientSecret'>) => void
  /** Whether the proof of this flow has been used. */
  isSpent: () => boolean
  /** Called when another flow replaces this one, which then no longer saves anything. */
  detach: () => void
}

/** Creates the store of a flow. It continues what an earlier page or an unmounted component left in the storage. */
export function createFlowStore(options: KeepingOptions, queryClient: QueryClient): FlowStore {
  const { key, storage, now } = options
  const keeper = createFlowKeeper(options, () => dispatch({ type: 'copyFound' }))
  const readState = createStateReader((clientSecret) =>
    dispatch({ type: 'externallyConfirmed', clientSecret, now: now() }),
  )
  const listeners = new Set<FlowListener>()
  let flow: VerificationFlow = keeper.restore() ?? initialFlow
  let spentSecret: string | null = null
  let [isAsleep, isDetached] = [false, false]

  const isSpent = () => flow.session !== null && flow.session.clientSecret === spentSecret

  function keep(how: SaveOptions): void {
    if (isDetached) return
    if (isSpent()) keeper.forget()
    else keeper.save(flow, { isOpen: !isAsleep, ...how })
  }

  /** Takes over the flow if another page of this tab has continued it. */
  function catchUp(where: Parameters<typeof keeper.restore>[0]): void {
    if (isSpent() || isDetached) return
    if (keeper.isOvertaken()) dispatch({ type: 'overtaken', flow: keeper.restore(where) ?? initialFlow })
    else keep({})
  }

  /** Saves the flow, unless the storage changed: what the app has cleared meanwhile stays cleared. */
  function leave(): void {
    if (!keeper.isOvertaken()) keep({ isOpen: false })
  }

  function dispatch(event: VerificationFlowEvent): VerificationFlow {
    const before = flow
    flow = transition(before, event)
    if (flow === before) return flow
    // Saves only if something that is stored has changed.
    const isKept = flow.step !== before.step || flow.session !== before.session || flow.wait !== before.wait
    if (isKept) keep({ isAction: event.type !== 'overtaken' && event.type !== 'copyFound' })
    const after = flow
    for (const listener of [...listeners]) listener(after, before, event)
    return flow
  }

  return {
    key,
    storage,
    now,
    getFlow: () => flow,
    readState,
    getState: () => readState(flow),
    dispatch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    requestToken: createJobMutation(queryClient, phoneVerificationKeys.requestToken),
    submitToken: createJobMutation(queryClient, phoneVerificationKeys.submitToken),
    running: {},
    failures: new Map(),
    settling: keeper.settling,
    wake() {
      isAsleep = false
      catchUp({})
    },
    sleep() {
      dispatch({ type: 'requestsAbandoned' })
      isAsleep = true
      leave()
      keeper.release()
    },
    isAsleep: () => isAsleep,
    leave,
    // The back-forward cache restores a page in its own tab, so this tab is not a copy.
    comeBack: () => catchUp({ isSameTab: true }),
    spend({ sid, clientSecret }) {
      if (flow.session?.sid !== sid || flow.session.clientSecret !== clientSecret) return
      spentSecret = clientSecret
      // Another screen or page may have stored a newer flow, which stays.
      if (!keeper.isOvertaken()) keeper.forget()
    },
    isSpent,
    detach() {
      isDetached = true
    },
  }
}
