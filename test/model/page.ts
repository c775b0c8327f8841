import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'
import { createActions, type PhoneVerificationActions } from '../../src/hooks/createActions.js'
import type { forgetPhoneVerifications, registryOf } from '../../src/hooks/flowRegistry.js'
import type { FlowStorage } from '../../src/hooks/flowStorage.js'
import type { FlowStore } from '../../src/hooks/flowStore.js'
import { waitError } from '../../src/hooks/outcome.js'
import { createSteadyClock } from '../../src/hooks/steadyClock.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import type { reportSpent } from '../../src/matrix/proofSpent.js'
import type { Purpose, RequestTokenOperation } from '../../src/matrix/purposes.js'
import type { PageLocks } from './pageLocks.js'
import type { Setting } from './steps.js'

/** What a page shows of its flow. */
export interface PageView {
  step: 'number' | 'code' | 'external' | 'verified' | 'unsupported'
  error: PhoneVerificationError | null
  isPending: boolean
  /** Where the SMS went, E.164. */
  sentTo: string | null
  resendAt: number
  /** The proof, or what is to become one. */
  phone: { sid: string; clientSecret: string } | null
}

/** A page with one verification on it. */
export interface Page {
  readonly id: number
  view: () => PageView
  /** Does what a person or an app does. */
  do: (action: (actions: PhoneVerificationActions & { confirm: () => void }) => unknown) => Promise<void>
  /** The component goes and comes again. */
  remount: () => Promise<void>
  /** The app hides the component and keeps it, as React's Activity does, and shows it again. */
  putAway: () => Promise<void>
  /** A second component shows the flow; the next time the first one goes. */
  handOver: () => Promise<void>
  /** An account helper uses up the proof, or what is to become one. */
  use: () => Promise<void>
  /** The person signs out. */
  signOut: () => Promise<void>
  /** `pagehide` and `pageshow`. */
  hide: () => Promise<void>
  show: () => Promise<void>
  /** Nothing of it runs any more. */
  end: () => Promise<void>
  now: () => number
  /** Whether it is an error of the page's own class. */
  owns: (error: unknown) => boolean
}

/** What a page is made with. */
export interface PageOptions {
  id: number
  fetch: typeof fetch
  setting: Setting
  storage: FlowStorage | null
  locks: PageLocks
}

/** How long pages keep a flow: as long as a server does. */
export const MAX_AGE = 24 * 3600 * 1000

export const BASE_URL = 'https://matrix.example.org'

export const OPERATIONS: Record<Purpose, RequestTokenOperation> = {
  register: 'requestTokenToRegisterMSISDN',
  resetPassword: 'requestTokenToResetPasswordMSISDN',
  addToAccount: 'requestTokenTo3PIDMSISDN',
}

/**
 * Opens a page. Its code remembers things for as long as the page is there, so every page that is open at one
 * time has its own.
 */
export type OpenPage = (options: PageOptions) => Page

interface Code {
  registryOf: typeof registryOf
  forgetPhoneVerifications: typeof forgetPhoneVerifications
  reportSpent: typeof reportSpent
  window: EventTarget
}

/** Loads the code of pages without React. */
export async function loadStorePage(): Promise<OpenPage> {
  vi.resetModules()
  const code = {
    ...(await import('../../src/hooks/flowRegistry.js')),
    ...(await import('../../src/matrix/proofSpent.js')),
    window: new EventTarget(),
  }
  return (options) => new StorePage(options, code)
}

/** Joins owner and client as the hook does, without React. */
class StorePage implements Page {
  readonly id: number
  readonly now = createSteadyClock()
  readonly #options: PageOptions
  readonly #code: Code
  readonly #operation: RequestTokenOperation
  readonly #queryClient = new QueryClient()
  /** The components that show the flow, of which the last one is used. */
  #mounted: readonly [Mounted, ...Mounted[]]

  constructor(options: PageOptions, code: Code) {
    this.id = options.id
    this.#options = options
    this.#code = code
    this.#operation = OPERATIONS[options.setting.purpose]
    this.#mounted = [this.#mount()]
  }

  view(): PageView {
    const [{ store }, ...others] = this.#mounted
    const state = store.getState()
    if (others.some((other) => other.store !== store)) throw new Error('two components show two flows')
    const { step, error, isPending } = state
    return {
      step,
      error,
      isPending,
      sentTo: 'sentTo' in state ? state.sentTo.phoneNumber : null,
      resendAt: 'resendAt' in state ? state.resendAt : 0,
      phone: 'phone' in state ? state.phone : null,
    }
  }

  owns(error: unknown): boolean {
    return error instanceof PhoneVerificationError
  }

  async do(action: Parameters<Page['do']>[0]): Promise<void> {
    const { store, actions } = this.#mounted.at(-1) ?? this.#mounted[0]
    const state = store.getState()
    const confirm = state.step === 'external' ? state.confirm : () => undefined
    this.#run(() => void action({ ...actions, confirm }))
  }

  async remount(): Promise<void> {
    await this.end()
    this.#mounted = [this.#mount()]
  }

  async putAway(): Promise<void> {
    await this.end()
    await new Promise((resolve) => setImmediate(resolve))
    const [first, ...others] = this.#mounted.map(({ store }) => this.#mount(store))
    if (first !== undefined) this.#mounted = [first, ...others]
  }

  async handOver(): Promise<void> {
    const [first, second] = this.#mounted
    if (second === undefined) this.#mounted = [first, this.#mount()]
    else {
      this.#mounted = [second]
      this.#run(() => first.unmount())
    }
  }

  async use(): Promise<void> {
    const state = this.#mounted[0].store.getState()
    if ('phone' in state) this.#run(() => this.#code.reportSpent(state.phone))
  }

  async signOut(): Promise<void> {
    this.#run(() => this.#code.forgetPhoneVerifications(this.#queryClient))
  }

  async hide(): Promise<void> {
    this.#run(() => this.#code.window.dispatchEvent(new Event('pagehide')))
  }

  async show(): Promise<void> {
    this.#run(() => this.#code.window.dispatchEvent(new Event('pageshow')))
  }

  async end(): Promise<void> {
    this.#run(() => this.#mounted.forEach(({ unmount }) => unmount()))
  }

  /** A component that was hidden asks for its flow again. Another one may have taken its place. */
  #mount(hidden?: FlowStore): Mounted {
    const { setting, storage, fetch } = this.#options
    const { now } = this
    const operation = this.#operation
    const homeserver = createMatrixClient({ baseUrl: BASE_URL, fetch, now })
    return this.#run(() => {
      const registry = this.#code.registryOf(this.#queryClient)
      const open = () =>
        registry.open({
          key: `page ${this.id}`,
          storage,
          maxAge: MAX_AGE,
          now,
          elapsed: () => performance.now(),
          waitError: (until) => waitError(operation, until),
        })
      const back = hidden && registry.mount(hidden)
      const store = hidden !== undefined && back ? hidden : open()
      const unmounts = [
        back ?? registry.mount(store),
        // As React does, or the mutations would wait for somebody to look at them.
        store.requestToken.subscribe(() => undefined),
        store.submitToken.subscribe(() => undefined),
      ]
      const unmount = () => unmounts.forEach((unmount) => unmount?.())
      const { purpose, resendDelay } = setting
      const options = { homeserver, purpose, resendDelay }
      const actions = createActions(store, { current: { store, client: homeserver, operation, options } })
      return { store, actions, unmount }
    })
  }

  /** Runs the page's code where its own window is the global one. */
  #run<Result>(code: () => Result): Result {
    vi.stubGlobal('window', this.#code.window)
    try {
      return this.#options.locks.run(this.id, code)
    } finally {
      vi.stubGlobal('window', undefined)
    }
  }
}

interface Mounted {
  store: FlowStore
  actions: PhoneVerificationActions
  unmount: () => void
}
