import type { VerifiedPhone } from './uiaAuth.js'

type Listener = (proof: VerifiedPhone) => void

const listeners = new Set<Listener>()

/** Calls a listener with every proof that an account helper has used up. */
export function onProofSpent(listener: Listener): void {
  listeners.add(listener)
}

/** Reports that a server has accepted a proof, which uses it up. */
export function reportSpent(proof: VerifiedPhone): void {
  for (const listener of listeners) listener(proof)
}
