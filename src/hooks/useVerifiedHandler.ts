'use client'
import { useCallback, useEffect } from 'react'
import { PhoneVerificationError } from '../matrix/PhoneVerificationError.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { FlowStore, VerificationFlow } from './flowStore.js'
import type { PhoneVerificationOptions } from './options.js'
import type { useLatest } from './useLatest.js'

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
  optionsRef: ReturnType<typeof useLatest<PhoneVerificationOptions>>,
): () => void {
  useEffect(() => {
    if (!announced.has(proofOf(store.getFlow()))) announce(store, optionsRef.current, true)
    return store.subscribe((after, before) => {
      if (after.step === 'verified' && before.step !== 'verified') announce(store, optionsRef.current, false)
    })
  }, [store, optionsRef])

  return useCallback(() => {
    if (announced.get(proofOf(store.getFlow())) === 'failed') announce(store, optionsRef.current, false)
  }, [store, optionsRef])
}

function announce(store: FlowStore, options: PhoneVerificationOptions, resumed: boolean): void {
  const flow = store.getFlow()
  const phone = toVerifiedPhone(flow.session, idServerOf(options.homeserver))
  if (flow.step !== 'verified' || phone === null) return
  const proof = proofOf(flow)
  announced.set(proof, 'running')
  store.dispatch({ type: 'verifiedHandlerStarted' })
  const run = async () => {
    try {
      await options.onVerified?.(phone, { resumed })
      announced.set(proof, 'done')
    } catch (cause) {
      announced.set(proof, 'failed')
      // Meanwhile the person may have begun anew; another proof has not failed.
      if (proofOf(store.getFlow()) !== proof) return
      store.dispatch({ type: 'verifiedHandlerFailed', error: toHandlerError(cause) })
    }
  }
  void run()
}

/** An app's own error may hold the request with the proof in it, so of that only its name gets out. */
function toHandlerError(cause: unknown): PhoneVerificationError {
  if (cause instanceof PhoneVerificationError) return cause
  const name = cause instanceof Error ? cause.name : typeof cause
  return new PhoneVerificationError({
    kind: 'server-error',
    operation: 'onVerified',
    message: `The number is verified, but the app failed with it: onVerified rejected (${name}).`,
  })
}

function idServerOf(homeserver: PhoneVerificationOptions['homeserver']): string | undefined {
  return typeof homeserver === 'string' ? undefined : homeserver.identityServer?.idServer
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
