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
/** What happens to it. */
export type VerificationFlowEvent = FlowEvent<FlowError>

/** Receives every event that changed something. */
export type FlowListener = (
  after: VerificationFlow,
  before: VerificationFlow,
  event: VerificationFlowEvent,
) => void

/** One verification outside of React. Every question is answered from the newest state, not from a render. */
export interface FlowStore {
  readonly key: string
  readonly storage: FlowStorage | null
  /** Epoch milliseconds. */
  readonly now: () => number
  getFlow: () => VerificationFlow
  /** The same as people and apps see it. */
  getState: () => PhoneVerificationState
  /** Names the SMS whose code or link is awaited; `null` in other steps. */
  getAwaitedSms: () => string | null
  /** Lets an event happen, if it may; the same flow comes back if it may not. */
  dispatch: (event: VerificationFlowEvent) => VerificationFlow
  subscribe: (listener: FlowListener) => () => void
  /** The mutations that its requests run in. */
  readonly requestToken: JobMutation<FlowError>
  readonly submitToken: JobMutation<FlowError>
  /** Resolves when it is known whether this tab is a copy; `null` where there is nothing to wait for. */
  settling: () => Promise<unknown> | null
  /** The first component that shows the flow is there. */
  wake: () => void
  /** The last one is gone. */
  sleep: () => void
  /** Whether the components that showed it are gone. */
  isAsleep: () => boolean
  /** The page is left; it may come back. */
  leave: () => void
  comeBack: () => void
  /** Forgets a proof that an account helper has used. What is on the screen stays. */
  spend: (proof: Pick<VerifiedPhone, 'sid' | 'clientSecret'>) => void
  /** Whether the proof that it shows is used. */
  isSpent: () => boolean
  /** Another flow has taken its place: from now on it keeps nothing. */
  detach: () => void
}

/** Makes the store of a flow, with what an earlier page or an unmounted component left in the storage. */
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

  /** Goes on from where another page of the tab went with the flow. */
  function catchUp(where: Parameters<typeof keeper.restore>[0]): void {
    if (isSpent() || isDetached) return
    if (keeper.isOvertaken()) dispatch({ type: 'overtaken', flow: keeper.restore(where) ?? initialFlow })
    else keep({})
  }

  /** What the app cleared meanwhile stays cleared. */
  function leave(): void {
    if (!keeper.isOvertaken()) keep({ isOpen: false })
  }

  function dispatch(event: VerificationFlowEvent): VerificationFlow {
    const before = flow
    flow = transition(before, event)
    if (flow === before) return flow
    // What changes nothing in the storage leaves it alone.
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
    getState: () => readState(flow),
    getAwaitedSms: () =>
      flow.step === 'code' || flow.step === 'external'
        ? `${flow.session.clientSecret} ${flow.session.sent}`
        : null,
    dispatch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    requestToken: createJobMutation(queryClient, phoneVerificationKeys.requestToken),
    submitToken: createJobMutation(queryClient, phoneVerificationKeys.submitToken),
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
    // The page in between was left, or this one could not be back.
    comeBack: () => catchUp({ isSameTab: true }),
    spend({ sid, clientSecret }) {
      if (flow.step !== 'verified' || flow.session.sid !== sid) return
      if (flow.session.clientSecret !== clientSecret) return
      spentSecret = clientSecret
      keeper.forget()
    },
    isSpent,
    detach() {
      isDetached = true
    },
  }
}
