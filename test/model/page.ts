import { vi } from 'vitest'
import { createActions, type PhoneVerificationActions } from '../../src/hooks/createActions.js'
import type { createFlowStore, FlowStorage, FlowStore } from '../../src/hooks/flowStore.js'
import { waitError, withRetryAt } from '../../src/hooks/outcome.js'
import { createSteadyClock } from '../../src/hooks/steadyClock.js'
import { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import type { Purpose, RequestTokenOperation } from '../../src/matrix/purposes.js'
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
}

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
  createFlowStore: typeof createFlowStore
  window: EventTarget
}

/** Loads the code of pages without React. */
export async function loadStorePage(): Promise<OpenPage> {
  vi.resetModules()
  const code = { ...(await import('../../src/hooks/flowStore.js')), window: new EventTarget() }
  return (options) => new StorePage(options, code)
}

/** Joins rules, storage and client as the hook does, without React. */
class StorePage implements Page {
  readonly id: number
  readonly now = createSteadyClock()
  readonly #options: PageOptions
  readonly #code: Code
  readonly #operation: RequestTokenOperation
  #store: FlowStore
  #actions: PhoneVerificationActions

  constructor(options: PageOptions, code: Code) {
    this.id = options.id
    this.#options = options
    this.#code = code
    this.#operation = OPERATIONS[options.setting.purpose]
    ;[this.#store, this.#actions] = this.#mount()
  }

  view(): PageView {
    const { step, session, error, sending, submitting, wait } = this.#store.getFlow()
    const { destination, resendAt = 0, sid, clientSecret } = session ?? {}
    return {
      step,
      error: wait !== null && wait.error === error ? withRetryAt(error, wait.until) : error,
      isPending: sending !== null || submitting !== null,
      sentTo: destination?.phoneNumber ?? null,
      resendAt: Math.max(resendAt, wait?.until ?? 0),
      phone: sid && clientSecret ? { sid, clientSecret } : null,
    }
  }

  owns(error: unknown): boolean {
    return error instanceof PhoneVerificationError
  }

  async do(action: Parameters<Page['do']>[0]): Promise<void> {
    const confirm = () => void this.#store.dispatch({ type: 'externallyConfirmed', now: this.now() })
    this.#run(() => void action({ ...this.#actions, confirm }))
  }

  async remount(): Promise<void> {
    await this.end()
    ;[this.#store, this.#actions] = this.#mount()
  }

  async hide(): Promise<void> {
    this.#run(() => this.#code.window.dispatchEvent(new Event('pagehide')))
  }

  async show(): Promise<void> {
    this.#run(() => this.#code.window.dispatchEvent(new Event('pageshow')))
  }

  async end(): Promise<void> {
    this.#run(() => this.#store.dispatch({ type: 'requestsAbandoned' }))
  }

  #mount(): [FlowStore, PhoneVerificationActions] {
    const { setting, storage, fetch } = this.#options
    const { now } = this
    const operation = this.#operation
    const homeserver = createMatrixClient({ baseUrl: BASE_URL, fetch, now })
    return this.#run(() => {
      const store = this.#code.createFlowStore({
        key: `page ${this.id}`,
        storage,
        now,
        waitError: (until) => waitError(operation, until),
      })
      store.hold()
      const run = (job: () => Promise<void>) =>
        setting.leaves === 'at once' ? job() : Promise.resolve().then(job)
      const { purpose, resendDelay } = setting
      const current = {
        store,
        client: homeserver,
        operation,
        now,
        options: { homeserver, purpose, resendDelay },
        runSend: run,
        runSubmit: run,
      }
      return [store, createActions(store, { current })]
    })
  }

  /** Runs the page's code where its own window is the global one. */
  #run<Result>(code: () => Result): Result {
    vi.stubGlobal('window', this.#code.window)
    try {
      return code()
    } finally {
      vi.stubGlobal('window', undefined)
    }
  }
}
