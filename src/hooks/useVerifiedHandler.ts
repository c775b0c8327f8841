'use client'
import { useCallback, useEffect } from 'react'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { FlowStore, VerificationFlow } from './flowStore.js'
import { toPhoneVerificationError } from './outcome.js'
import type { RequestContext } from './requests.js'

/**
 * The proofs that this page's app was told of, and what became of that: it hears of each one once, however
 * often a form mounts, and again only if it failed and the person asks.
 */
const announced = new Map<string, 'running' | 'done' | 'failed'>()

/**
 * Tells the app of the proof, once a page load, and keeps the proof if the app fails with it.
 *
 * @returns tells the app again after it failed, for a person who wants to try again.
 */
export function useVerifiedHandler(
  store: FlowStore,
  contextRef: { readonly current: RequestContext },
): () => void {
  useEffect(() => {
    if (!announced.has(proofOf(store.getFlow()))) announce(contextRef.current, true)
    return store.subscribe((after, before) => {
      if (after.step === 'verified' && before.step !== 'verified') announce(contextRef.current, false)
    })
  }, [store, contextRef])

  return useCallback(() => {
    if (announced.get(proofOf(store.getFlow())) === 'failed') announce(contextRef.current, false)
  }, [store, contextRef])
}

function announce({ store, client, options }: RequestContext, resumed: boolean): void {
  const flow = store.getFlow()
  const phone = toVerifiedPhone(flow.session, client.identityServer?.idServer)
  if (flow.step !== 'verified' || phone === null) return
  const proof = proofOf(flow)
  announced.set(proof, 'running')
  store.dispatch({ type: 'appReported', error: null })
  const run = async () => {
    try {
      await options.onVerified?.(phone, { resumed })
      announced.set(proof, 'done')
    } catch (cause) {
      announced.set(proof, 'failed')
      // Meanwhile the person may have begun anew; another proof has not failed.
      if (proofOf(store.getFlow()) !== proof) return
      store.dispatch({
        type: 'appReported',
        error: toPhoneVerificationError(cause, 'onVerified'),
      })
    }
  }
  void run()
}

/** What a session is as a proof; whether it is one already is told by the flow's step. */
export function toVerifiedPhone(
  session: VerificationFlow['session'],
  idServer: string | undefined,
): VerifiedPhone | null {
  if (session?.sid === null || session?.sid === undefined) return null
  const { sid, clientSecret, destination } = session
  return {
    phoneNumber: destination.phoneNumber,
    country: destination.country,
    sid,
    clientSecret,
    ...(idServer !== undefined && { idServer }),
  }
}

function proofOf({ session }: VerificationFlow): string {
  return session === null ? '' : `${session.sid ?? ''} ${session.clientSecret}`
}
