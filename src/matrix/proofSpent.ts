import type { VerifiedPhone } from './uiaAuth.js'

type Listener = (proof: VerifiedPhone) => void

const listeners = new Set<Listener>()

/** Calls a listener with every proof that an account helper has used up. */
export function onProofSpent(listener: Listener): void {
  listeners.add(listener)
}

/** Says that a server has taken a proof for what it was verified for. */
export function reportSpent(proof: VerifiedPhone): void {
  for (const listener of listeners) listener(proof)
}
