import { QueryClient } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import { Activity } from 'react'
import { vi } from 'vitest'
import { createSteadyClock } from '../../src/hooks/steadyClock.js'
import type {
  UsePhoneVerificationResult,
  usePhoneVerification,
} from '../../src/hooks/usePhoneVerification.js'
import type { createMatrixClient } from '../../src/matrix/createMatrixClient.js'
import type { forgetPhoneVerifications } from '../../src/hooks/flowRegistry.js'
import type { reportSpent } from '../../src/matrix/proofSpent.js'
import type { PhoneVerificationError } from '../../src/matrix/PhoneVerificationError.js'
import { Providers } from '../support/hooks.js'
import { BASE_URL, MAX_AGE, type OpenPage, type Page, type PageOptions, type PageView } from './page.js'

interface Code {
  usePhoneVerification: typeof usePhoneVerification
  createMatrixClient: typeof createMatrixClient
  PhoneVerificationError: typeof PhoneVerificationError
  forgetPhoneVerifications: typeof forgetPhoneVerifications
  reportSpent: typeof reportSpent
  window: EventTarget
}

/** The page whose code is running; jsdom has one window for all. */
let current: EventTarget | null = null
const addEventListener = window.addEventListener.bind(window)
window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
  if (type.startsWith('page')) current?.addEventListener(type, listener)
  else addEventListener(type, listener)
}

/** Loads the code of pages that show the hook in React. */
export async function loadHookPage(): Promise<OpenPage> {
  vi.resetModules()
  const code: Code = {
    ...(await import('../../src/hooks/usePhoneVerification.js')),
    ...(await import('../../src/matrix/createMatrixClient.js')),
    ...(await import('../../src/matrix/PhoneVerificationError.js')),
    ...(await import('../../src/hooks/flowRegistry.js')),
    ...(await import('../../src/matrix/proofSpent.js')),
    window: new EventTarget(),
  }
  return (options) => new HookPage(options, code)
}

/** The hook in StrictMode, with a QueryClient of its own. */
class HookPage implements Page {
  readonly id: number
  readonly now = createSteadyClock()
  readonly #options: PageOptions
  readonly #code: Code
  readonly #queryClient = new QueryClient()
  /** The components that show the flow, of which the last one is used. */
  #hooks: readonly [Hook, ...Hook[]]

  constructor(options: PageOptions, code: Code) {
    this.id = options.id
    this.#options = options
    this.#code = code
    this.#hooks = [this.#mount()]
  }

  view(): PageView {
    const [{ result }, ...others] = this.#hooks
    const verification = result.current
    if (others.some((other) => other.result.current.step !== verification.step))
      throw new Error('two components show two steps')
    const { step, error, isPending } = verification
    return {
      step,
      error,
      isPending,
      sentTo: 'sentTo' in verification ? verification.sentTo.phoneNumber : null,
      resendAt: 'resendAt' in verification ? verification.resendAt : 0,
      phone: 'phone' in verification ? verification.phone : null,
    }
  }

  owns(error: unknown): boolean {
    return error instanceof this.#code.PhoneVerificationError
  }

  async do(action: Parameters<Page['do']>[0]): Promise<void> {
    const verification = (this.#hooks.at(-1) ?? this.#hooks[0]).result.current
    const confirm = 'confirm' in verification ? verification.confirm : () => undefined
    this.#run(() => void action({ ...verification, confirm }))
  }

  async remount(): Promise<void> {
    await this.#unmount()
    this.#hooks = [this.#mount()]
  }

  async putAway(): Promise<void> {
    this.#hooks.forEach(({ turn }) => turn('hidden'))
    await act(() => new Promise<void>((resolve) => setImmediate(resolve)))
    this.#hooks.forEach(({ turn }) => turn('visible'))
  }

  async handOver(): Promise<void> {
    const [first, second] = this.#hooks
    if (second === undefined) this.#hooks = [first, this.#mount()]
    else {
      this.#hooks = [second]
      first.unmount()
    }
  }

  async use(): Promise<void> {
    const verification = this.#hooks[0].result.current
    if ('phone' in verification) this.#run(() => this.#code.reportSpent(verification.phone))
  }

  async signOut(): Promise<void> {
    this.#run(() => this.#code.forgetPhoneVerifications(this.#queryClient))
  }

  async hide(): Promise<void> {
    this.#run(() => void this.#code.window.dispatchEvent(new Event('pagehide')))
  }

  async show(): Promise<void> {
    this.#run(() => void this.#code.window.dispatchEvent(new Event('pageshow')))
  }

  async end(): Promise<void> {
    await this.#unmount()
    this.#queryClient.clear()
  }

  async #unmount(): Promise<void> {
    this.#hooks.forEach(({ unmount }) => unmount())
  }

  #mount(): Hook {
    const { setting, storage, fetch } = this.#options
    const { now } = this
    const { purpose, resendDelay } = setting
    const homeserver = this.#code.createMatrixClient({ baseUrl: BASE_URL, fetch, now })
    const options = {
      homeserver,
      purpose,
      resendDelay,
      now,
      maxAge: MAX_AGE,
      storage: storage ?? (false as const),
    }
    let mode: 'visible' | 'hidden' = 'visible'
    const { result, rerender, unmount } = this.#ownWindow(() =>
      renderHook(() => this.#code.usePhoneVerification({ ...options, id: `page ${this.id}` }), {
        wrapper: ({ children }) => (
          <Providers queryClient={this.#queryClient}>
            <Activity mode={mode}>{children}</Activity>
          </Providers>
        ),
      }),
    )
    const turn = (to: typeof mode) => {
      mode = to
      this.#ownWindow(() => rerender())
    }
    return { result, turn, unmount }
  }

  #run(code: () => void): void {
    this.#ownWindow(() => act(code))
  }

  #ownWindow<Result>(code: () => Result): Result {
    current = this.#code.window
    try {
      return code()
    } finally {
      current = null
    }
  }
}

interface Hook {
  result: { current: UsePhoneVerificationResult }
  turn: (mode: 'visible' | 'hidden') => void
  unmount: () => void
}
