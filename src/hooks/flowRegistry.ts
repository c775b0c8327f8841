'use client'
import type { QueryClient } from '@tanstack/react-query'
import { generateClientSecret } from '../matrix/clientSecret.js'
import { onProofSpent } from '../matrix/proofSpent.js'
import type { VerifiedPhone } from '../matrix/uiaAuth.js'
import type { KeepingOptions } from './flowKeeper.js'
import { COUNTRY_KEY, KEY_PREFIX, pageStorage, quietly, type FlowStorage } from './flowStorage.js'
import { createFlowStore, type FlowStore } from './flowStore.js'
import { pageEvents } from './pageEvents.js'
import { parseStoredFlow } from './storedFlowText.js'

/** The options with which a component opens a flow. */
export type FlowOptions = Omit<KeepingOptions, 'owner'>

/**
 * Owns the verifications of an app, as a QueryCache owns its queries. It counts the components that show each flow,
 * and it alone listens to the page's events. A flow that no component shows is dropped from memory; the storage still
 * has it.
 */
export class FlowRegistry {
  readonly #queryClient: QueryClient
  #name: string | undefined
  readonly #flows = new Map<string, FlowStore>()
  readonly #mounts = new Map<FlowStore, number>()
  /** The app's own storages, by the keys of the flows in them. Unlike `sessionStorage`, they cannot be listed. */
  readonly #kept = new Map<string, FlowStorage>()
  readonly #own = new WeakSet<FlowStore>()
  #forgotten = 0
  readonly #listeners = new Set<() => void>()

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient
  }

  /**
   * Returns the flow with this key. If its proof has been used, only the components that already show it keep it, and
   * others get a new flow.
   *
   * @param options.isReplaced whether `mount` found that another flow has replaced the component's own, which then
   * counts whatever its storage is
   */
  open({ isReplaced = false, ...options }: FlowOptions & { isReplaced?: boolean }): FlowStore {
    const { key, storage } = options
    const known = this.#flows.get(key)
    const isShown = known !== undefined && this.#mounts.has(known)
    const isWanted = isReplaced || isShown || known?.storage === storage
    if (known !== undefined && !known.isSpent() && isWanted) return known
    known?.detach()
    // Created only on demand: the server's rendering must not depend on random values.
    const owner = () => (this.#name ??= generateClientSecret(options.getRandomValues))
    const store = createFlowStore({ ...options, owner }, this.#queryClient)
    this.#flows.set(key, store)
    this.#own.add(store)
    return store
  }

  /**
   * Counts a component that shows a flow.
   *
   * @returns a function that ends the count; `null` if another flow has replaced this one: while the component was
   * hidden, or because another component of the same commit has another storage.
   */
  mount(store: FlowStore): (() => void) | null {
    const count = this.#mounts.get(store) ?? 0
    const current = this.#flows.get(store.key) ?? store
    if (count === 0 && (current !== store || store.isSpent())) return null
    this.#flows.set(store.key, store)
    this.#mounts.set(store, count + 1)
    const { key, storage } = store
    if (storage !== null && storage !== pageStorage()) this.#kept.set(key, storage)
    if (count === 0) this.#wake(store)
    return () => this.#unmount(store)
  }

  /** Forgets every flow, in memory and in the storage. */
  forgetAll(): void {
    const hidden = hiddenStores().filter((store) => this.#own.has(store))
    // A store that was hidden once and is shown again is in both.
    for (const store of new Set([...hidden, ...this.#mounts.keys()])) store.dispatch({ type: 'forgotten' })
    for (const [flow, storage] of this.#kept)
      for (const key of [flow, COUNTRY_KEY]) quietly(() => storage.removeItem(key))
    this.#dropEmpty()
    const storage = pageStorage()
    for (const key of keysOf(storage)) quietly(() => storage?.removeItem(key))
    this.#forgotten += 1
    for (const listener of [...this.#listeners]) listener()
  }

  /** How often everything was forgotten. */
  readonly forgottenCount = () => this.#forgotten

  /** Calls a listener each time that everything was forgotten. */
  readonly onForgotten = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Forgets a proof that has been used. */
  spend(proof: Proof): void {
    for (const store of this.#mounts.keys()) store.spend(proof)
    for (const [key, storage] of this.#kept) forgetProof(storage, key, proof)
  }

  #wake(store: FlowStore): void {
    if (this.#mounts.size === 1) {
      living.add(this)
      pageEvents()?.addEventListener('pagehide', this.#leave)
      pageEvents()?.addEventListener('pageshow', this.#comeBack)
    }
    store.wake()
  }

  #unmount(store: FlowStore): void {
    const count = (this.#mounts.get(store) ?? 0) - 1
    if (count > 0) {
      this.#mounts.set(store, count)
      return
    }
    this.#mounts.delete(store)
    store.sleep()
    if (!hiddenStores().includes(store)) hidden.add(new WeakRef(store))
    // Also drops flows that a render opened but that never mounted.
    for (const [key, flow] of this.#flows) if (!this.#mounts.has(flow)) this.#flows.delete(key)
    this.#dropEmpty()
    if (this.#mounts.size > 0) return
    if (this.#kept.size === 0) living.delete(this)
    pageEvents()?.removeEventListener('pagehide', this.#leave)
    pageEvents()?.removeEventListener('pageshow', this.#comeBack)
  }

  /** Drops the storages that no longer contain a flow. */
  #dropEmpty(): void {
    for (const [key, storage] of this.#kept) {
      const isEmpty = quietly(() => storage.getItem(key) === null) ?? true
      if (!isEmpty || this.#flows.has(key)) continue
      this.#kept.delete(key)
      // A sign-out also forgets the country that is remembered there.
      const country = quietly(() => storage.getItem(COUNTRY_KEY)) ?? null
      if (country !== null) this.#kept.set(COUNTRY_KEY, storage)
    }
  }

  readonly #leave = () => {
    for (const store of this.#mounts.keys()) store.leave()
  }

  readonly #comeBack = () => {
    for (const store of this.#mounts.keys()) store.comeBack()
  }
}

type Proof = Pick<VerifiedPhone, 'sid' | 'clientSecret'>

const registries = new WeakMap<QueryClient, FlowRegistry>()

/** The registries that have flows on the page or in the app's own storages. */
const living = new Set<FlowRegistry>()

/** What no component shows, though an `<Activity>` that is hidden may show it again. */
const hidden = new Set<WeakRef<FlowStore>>()

function hiddenStores(): FlowStore[] {
  return [...hidden].flatMap((ref) => {
    const store = ref.deref()
    if (store === undefined) hidden.delete(ref)
    return store ?? []
  })
}

/** The registry of an app. */
export function registryOf(queryClient: QueryClient): FlowRegistry {
  const registry = registries.get(queryClient) ?? new FlowRegistry(queryClient)
  registries.set(queryClient, registry)
  return registry
}

/**
 * Forgets every phone verification of an app, in memory and in the storage. Call it when a person signs out. Forms on
 * the page return to an empty number step.
 *
 * The app's own `storage` cannot be listed: what an earlier start of the app stored there and no component has shown
 * since stays until `maxAge`. The app removes it: every key there starts with `matrix-phone-verification` and a space.
 *
 * @example
 * await signOut()
 * forgetPhoneVerifications(queryClient)
 */
export function forgetPhoneVerifications(queryClient: QueryClient): void {
  registryOf(queryClient).forgetAll()
}

// However a proof was used, it must not reappear on the next screen or for the next person in this tab.
onProofSpent((proof) => {
  for (const registry of living) registry.spend(proof)
  for (const store of hiddenStores()) store.spend(proof)
  const storage = pageStorage()
  for (const key of keysOf(storage)) forgetProof(storage, key, proof)
})

function forgetProof(storage: FlowStorage | null, key: string, { sid, clientSecret }: Proof): void {
  quietly(() => {
    const session = parseStoredFlow(storage?.getItem(key))?.session
    if (session?.sid === sid && session.clientSecret === clientSecret) storage?.removeItem(key)
  })
}

function keysOf(storage: Storage | null): string[] {
  return quietly(() => Object.keys(storage ?? {}).filter((key) => key.startsWith(KEY_PREFIX))) ?? []
}
