'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { FlowStore } from './flowStore.js'
import { toPhoneVerificationError } from './outcome.js'
import type { RequestContext } from './requests.js'

/** One call of the app's `onVerified`, and its outcome. */
interface Telling {
  clientSecret: string
  resumed: boolean
  outcome: 'running' | 'done' | 'failed'
}

/** A mounted component, with what it needs to call the app. */
interface Listener {
  store: FlowStore
  contextRef: { readonly current: RequestContext }
  /**
   * The last call. A ref, because it survives StrictMode's repeated effects and a hidden `<Activity>`: neither counts
   * as a new mount.
   */
  toldRef: { current: Telling | null }
  isMountedRef: { current: boolean }
}

/**
 * Calls `onVerified` once for each mounted component and proof, and keeps the proof if `onVerified` fails.
 *
 * @returns a function that repeats the calls that failed, of whichever component, for a person who tries again
 */
export function useVerifiedHandler(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): () => void {
  const toldRef = useRef<Telling | null>(null)
  const isMountedRef = useRef(false)

  useEffect(() => {
    const listener = { store, contextRef, toldRef, isMountedRef }
    isMountedRef.current = true
    const isNews = () => toldRef.current?.clientSecret !== store.getFlow().session?.clientSecret
    if (isNews()) void tell(listener, true)
    const unsubscribe = store.subscribe((after, before, event) => {
      const isVerified = after.step === 'verified' && before.session !== after.session
      if (isVerified && isNews()) void tell(listener, event.type === 'overtaken')
    })
    return () => {
      unsubscribe()
      leave(listener)
    }
  }, [store, contextRef])

  return useCallback(() => {
    const repeats = [...store.failures.values()]
    for (const repeat of repeats) repeat()
    if (repeats.length > 0) return
    // The component that failed has gone, so the one that shows its failure takes its place.
    const told = toldRef.current
    const isFailed = told?.outcome === 'failed' || store.getState().error?.operation === 'onVerified'
    if (!isFailed || told?.outcome === 'running') return
    void tell({ store, contextRef, toldRef, isMountedRef }, told?.resumed ?? true)
  }, [store, contextRef])
}

function leave({ store, toldRef, isMountedRef }: Listener): void {
  isMountedRef.current = false
  if (toldRef.current !== null) store.failures.delete(toldRef.current)
}

async function tell(listener: Listener, resumed: boolean): Promise<void> {
  const { store, contextRef, toldRef, isMountedRef } = listener
  const { clientSecret } = store.getFlow().session ?? {}
  const state = store.getState()
  if (state.step !== 'verified' || clientSecret === undefined) return
  if (toldRef.current !== null) store.failures.delete(toldRef.current)
  const telling: Telling = (toldRef.current = { clientSecret, resumed, outcome: 'running' })
  // The failure of another component stays on the screen until its call is repeated.
  if (store.failures.size === 0) store.dispatch({ type: 'appReported', clientSecret, error: null })
  try {
    await contextRef.current.options.onVerified?.(state.phone, { resumed })
    telling.outcome = 'done'
  } catch (cause) {
    telling.outcome = 'failed'
    if (isMountedRef.current) store.failures.set(telling, () => void tell(listener, resumed))
    const error = toPhoneVerificationError(cause, 'onVerified')
    store.dispatch({ type: 'appReported', clientSecret, error })
  }
}
