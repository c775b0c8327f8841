import { generateClientSecret, type RandomSource } from '../matrix/clientSecret.js'
import type { FlowError } from './FlowError.js'
import { copiedFlow } from '../verification/copiedFlow.js'
import type { Flow } from '../verification/flow.js'
import { laterExpiry, restoredFlow, storedFlow } from '../verification/stored.js'
import { createJumpMeter, type Clocks } from './clockJumps.js'
import { canClaim, claimFlow, type FlowClaim } from './flowClaim.js'
import { quietly, type FlowStorage } from './flowStorage.js'
import { parseStoredFlow } from './storedFlowText.js'

/** Where and how long a flow is kept. */
export interface KeepingOptions extends Clocks {
  key: string
  /** `null` keeps nothing. */
  storage: FlowStorage | null
  /** Milliseconds after the last action. */
  maxAge: number
  waitError: (until: number) => FlowError
  /** Makes the names of claims. */
  getRandomValues?: RandomSource | undefined
  /** Who keeps it, among those that share a copied storage. */
  owner: () => string
}

/** How a flow is kept. */
export interface SaveOptions {
  /** Whether a person did something, which renews the time for which it is kept. @default false */
  isAction?: boolean
  /** Whether it stays open, and is claimed. @default true */
  isOpen?: boolean
}

/** Keeps one flow in the storage, under a claim of this page. */
export interface FlowKeeper {
  /**
   * Reads what is kept; `null` for nothing.
   *
   * @param options.isSameTab whether it is known that this tab is no copy. @default false
   */
  restore: (options?: { isSameTab?: boolean }) => Flow<FlowError> | null
  /** Keeps a flow as it is now. */
  save: (flow: Flow<FlowError>, options?: SaveOptions) => void
  /** Whether the storage holds something else than this page left there. */
  isOvertaken: () => boolean
  forget: () => void
  /** Gives the claim back. */
  release: () => void
  /** Resolves when it is known whether this tab is a copy. `null` where nothing has to be waited for. */
  settling: () => Promise<unknown> | null
}

/** Makes the keeper of a flow. `onCopy` is called when another page that is alive has the same flow open. */
export function createFlowKeeper(options: KeepingOptions, onCopy: () => void): FlowKeeper {
  const { key, storage, maxAge, now, waitError, owner } = options
  /** What the storage holds, as far as we know. */
  let saved: string | null = null
  let savedAt = 0
  const readJump = createJumpMeter(options)
  /** The deadline of the session, and how much later it is by a clock that jumped. */
  let expiry = { at: 0, later: 0 }
  let name: string | null = null
  let claim: FlowClaim | null = null
  let settling: Promise<unknown> | null = null

  const read = () => quietly(() => storage?.getItem(key)) ?? null

  function restore({ isSameTab = false } = {}) {
    saved = read()
    const stored = parseStoredFlow(saved)
    if (stored === null) return null
    readJump()
    const flow = restoredFlow(stored, { now: now(), maxAge, waitError })
    if (flow === null) return null
    if (stored.claim !== name) release()
    savedAt = stored.savedAt
    name = stored.claim
    const isOurs = stored.owner === null || stored.owner === owner()
    if (canClaim() || isSameTab || isOurs) return flow
    name = null
    return copiedFlow(flow)
  }

  function save(flow: Flow<FlowError>, { isAction = false, isOpen = true }: SaveOptions = {}) {
    if (storage === null) return
    const jump = readJump()
    savedAt = isAction ? now() : savedAt + jump
    const at = flow.session?.expiresAt ?? 0
    expiry = { at, later: at === expiry.at ? expiry.later + jump : 0 }
    // Before a name is made: what keeps nothing needs no random source.
    if (flow.session === null) {
      forget()
      return
    }
    const isNew = name === null
    const claimName = (name ??= generateClientSecret(options.getRandomValues))
    const stored = storedFlow(laterExpiry(flow, expiry.later), {
      savedAt,
      claim: claimName,
      owner: isOpen ? owner() : null,
    })
    if (stored === null) {
      forget()
      return
    }
    const text = JSON.stringify(stored)
    saved = null
    quietly(() => {
      // What a full storage does not take must not stay there as it was: its attempts are used.
      storage.removeItem(key)
      storage.setItem(key, text)
      saved = text
    })
    if (isOpen) hold(claimName, isNew)
  }

  function hold(claimName: string, isNew: boolean) {
    if (claim !== null) return
    const held = (claim = claimFlow(claimName))
    const settled = held.isOurs.then((isOurs) => {
      if (claim !== held) return
      settling = null
      if (isOurs) return
      release()
      name = null
      onCopy()
    })
    if (!isNew && canClaim()) settling = settled
  }

  function release() {
    claim?.release()
    claim = null
    settling = null
  }

  function forget() {
    saved = null
    name = null
    quietly(() => storage?.removeItem(key))
    release()
  }

  return {
    restore,
    save,
    isOvertaken: () => storage !== null && read() !== saved,
    forget,
    release,
    settling: () => settling,
  }
}
