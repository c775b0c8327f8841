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

/**
 * Calls `onVerified` once for each mounted component and proof, and keeps the proof if `onVerified` fails.
 *
 * @returns a function that calls `onVerified` again after it failed, for a person who tries again
 */
export function useVerifiedHandler(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): () => void {
  /**
   * The last call. A ref, because it survives StrictMode's repeated effects and a hidden `<Activity>`: neither counts
   * as a new mount.
   */
  const toldRef = useRef<Telling | null>(null)

  const tell = useCallback(
    async (resumed: boolean) => {
      const { clientSecret } = store.getFlow().session ?? {}
      const state = store.getState()
      if (state.step !== 'verified' || clientSecret === undefined) return
      const telling: Telling = (toldRef.current = { clientSecret, resumed, outcome: 'running' })
      store.dispatch({ type: 'appReported', clientSecret, error: null })
      try {
        await contextRef.current.options.onVerified?.(state.phone, { resumed })
        telling.outcome = 'done'
      } catch (cause) {
        telling.outcome = 'failed'
        const error = toPhoneVerificationError(cause, 'onVerified')
        store.dispatch({ type: 'appReported', clientSecret, error })
      }
    },
    [store, contextRef],
  )

  useEffect(() => {
    const isNews = () => toldRef.current?.clientSecret !== store.getFlow().session?.clientSecret
    if (isNews()) void tell(true)
    return store.subscribe((after, before, event) => {
      const isVerified = after.step === 'verified' && before.session !== after.session
      if (isVerified && isNews()) void tell(event.type === 'overtaken')
    })
  }, [store, tell])

  return useCallback(() => {
    const told = toldRef.current
    const isFailed = told?.outcome === 'failed' || store.getState().error?.operation === 'onVerified'
    if (isFailed && told?.outcome !== 'running') void tell(told?.resumed ?? true)
  }, [store, tell])
}
