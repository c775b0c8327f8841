import { generateClientSecret, type RandomSource } from '../matrix/clientSecret.js'
import type { FlowError } from './FlowError.js'
import { copiedFlow } from '../verification/copiedFlow.js'
import type { Flow } from '../verification/flow.js'
import { laterExpiry, restoredFlow, storedFlow } from '../verification/stored.js'
import { createJumpMeter, type Clocks } from './clockJumps.js'
import { canClaim, claimFlow, type FlowClaim } from './flowClaim.js'
import { quietly, type FlowStorage } from './flowStorage.js'
import { pageEvents } from './pageEvents.js'
import { parseStoredFlow } from './storedFlowText.js'

/** Where and how long a flow is kept. */
export interface KeepingOptions extends Clocks {
  key: string
  /** `null` keeps nothing. */
  storage: FlowStorage | null
  /** Milliseconds after the last action. */
  maxAge: number
  waitError: (until: number) => FlowError
  /** Creates the random names of claims. */
  getRandomValues?: RandomSource | undefined
  /** The name of the registry that keeps the flow. It shows whether the storage was copied from another tab. */
  owner: () => string
}

/** How to save a flow. */
export interface SaveOptions {
  /** Whether a person did something, which restarts `maxAge`. @default false */
  isAction?: boolean
  /** Whether the flow stays open in this page, which then claims it. @default true */
  isOpen?: boolean
}

/** Saves one flow in the storage, and holds this page's claim to it. */
export interface FlowKeeper {
  /**
   * Reads the stored flow; `null` if there is none.
   *
   * @param options.isSameTab whether it is known that this tab is not a copy. @default false
   */
  restore: (options?: { isSameTab?: boolean }) => Flow<FlowError> | null
  /** Saves the flow as it is now. */
  save: (flow: Flow<FlowError>, options?: SaveOptions) => void
  /** Whether the storage contains something other than what this page last saved or read. */
  isOvertaken: () => boolean
  forget: () => void
  /** Releases the claim. */
  release: () => void
  /** Resolves when it is known whether this tab is a copy; `null` if there is nothing to wait for. */
  settling: () => Promise<unknown> | null
}

/** Creates the keeper of a flow. `onCopy` is called if another open page has the same flow. */
export function createFlowKeeper(options: KeepingOptions, onCopy: () => void): FlowKeeper {
  const { key, storage, maxAge, now, waitError, owner } = options
  /** What this page last saved to the storage or read from it. */
  let saved: string | null = null
  let savedAt = 0
  const readJump = createJumpMeter(options)
  /** The session's deadline, and by how much it moved because the clock jumped. */
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
    // Without the events of a page there are no tabs to copy, as in React Native.
    if (canClaim() || isSameTab || isOurs || pageEvents() === null) return flow
    name = null
    return copiedFlow(flow)
  }

  function save(flow: Flow<FlowError>, { isAction = false, isOpen = true }: SaveOptions = {}) {
    if (storage === null) return
    const jump = readJump()
    savedAt = isAction ? now() : savedAt + jump
    const at = flow.session?.expiresAt ?? 0
    expiry = { at, later: at === expiry.at ? expiry.later + jump : 0 }
    // Checked before a name is created: a flow that is not saved needs no random source.
    if (flow.session === null) {
      forget()
      return
    }
    const isNew = name === null
    const claimName = (name ??= generateClientSecret(options.getRandomValues))
    const keeping = { savedAt, claim: claimName, owner: isOpen ? owner() : null }
    const text = JSON.stringify(storedFlow(laterExpiry(flow, expiry.later), keeping))
    saved = null
    quietly(() => {
      // If the storage is full, the old entry must not remain: its send attempts are already used.
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
      // A name that was just created is on no copy: the browser refused the lock.
      if (isOurs || isNew) return
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
