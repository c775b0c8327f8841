'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { initialFlow } from '../verification/flow.js'
import { createFlowStore, type FlowStorage, type FlowStore, type VerificationFlow } from './flowStore.js'
import type { PhoneVerificationOptions } from './options.js'
import { waitError } from './outcome.js'
import type { RequestTokenOperation } from '../matrix/purposes.js'

/** The store of the flow with this key, kept for as long as the key stays, and its newest state. */
export function useFlowStore(
  key: string,
  operation: RequestTokenOperation,
  { storage, now }: { storage: PhoneVerificationOptions['storage']; now: () => number },
): { store: FlowStore; flow: VerificationFlow } {
  const create = () =>
    createFlowStore({
      key,
      storage: storage === false ? null : (storage ?? pageStorage()),
      now,
      waitError: (until) => waitError(operation, until),
    })
  const [store, setStore] = useState(create)
  if (store.key !== key) setStore(create())

  useEffect(() => {
    store.hold()
    return () => {
      store.dispatch({ type: 'requestsAbandoned' })
    }
  }, [store])

  // A server renders the beginning; hydration repeats that and shows what the storage held right after.
  const flow = useSyncExternalStore(store.subscribe, store.getFlow, () => initialFlow)
  return { store, flow }
}

function pageStorage(): FlowStorage | null {
  try {
    // Not the global of that name: newer versions of Node have one, which all requests of a server would share.
    return typeof window === 'undefined' ? null : window.sessionStorage
  } catch {
    return null
  }
}
