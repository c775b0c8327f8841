'use client'
import { useEffect, useState } from 'react'
import { registryOf, type FlowOptions } from './flowRegistry.js'
import type { FlowStore } from './flowStore.js'
import { useAppQueryClient } from './useAppQueryClient.js'
import { useLatest } from './useLatest.js'

/**
 * Returns the flow with a key from the app's registry, for as long as the component shows it. The other options apply
 * only if this component is the first to show the flow.
 */
export function useFlowStore(options: FlowOptions): FlowStore {
  const registry = registryOf(useAppQueryClient())
  const open = () => ({ registry, store: registry.open(options) })
  const [opened, setOpened] = useState(open)
  const isOther = opened.registry !== registry || opened.store.key !== options.key
  // The options name another flow: use it from this render on.
  if (isOther) setOpened(open)
  const { store } = opened

  const optionsRef = useLatest(options)
  useEffect(() => {
    const unmount = registry.mount(store)
    if (unmount !== null) return unmount
    setOpened({ registry, store: registry.open({ ...optionsRef.current, isReplaced: true }) })
    return undefined
  }, [registry, store, optionsRef])

  return store
}
