import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, configure, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { PhoneVerificationOptions } from '../../src/hooks/options.js'
// What watches for an SMS is loaded late; how late is no subject of these tests.
import '../../src/hooks/watchSms.js'
import { usePhoneVerification, type PhoneVerification } from '../../src/hooks/usePhoneVerification.js'
import type { MatrixClientOptions } from '../../src/matrix/clientOptions.js'
import { createMatrixClient, type MatrixClient } from '../../src/matrix/createMatrixClient.js'

// Around everything: further down, React rehearses no effects on the first mount.
configure({ reactStrictMode: true })

export const BASE_URL = 'https://matrix.example.org'
export const SUBMIT_URL = 'https://sms.example.org/submit'
export const ALICE = { phoneNumber: '+447700900123', country: 'GB' }
export const BOB = { phoneNumber: '+12025550123', country: 'US' }

/** What went out. */
export interface SentRequest {
  url: string
  init: RequestInit
  headers: Headers
  body: Record<string, unknown>
}

interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** A request whose answer the test gives by hand. */
export interface HeldRequest {
  answer: (reply?: Partial<Reply>) => Promise<void>
  loseConnection: () => Promise<void>
}

/** A homeserver of two lines: it says yes unless told otherwise, and keeps every request. */
export class Wire {
  readonly requests: SentRequest[] = []
  readonly #plan: ((init: RequestInit) => Promise<Response>)[] = []
  #sessions = 0

  readonly fetch = ((input: string | URL, init: RequestInit) => {
    const url = String(input)
    const body = JSON.parse(init.body as string) as Record<string, unknown>
    this.requests.push({ url, init, headers: new Headers(init.headers), body })
    const planned = this.#plan.shift()
    return planned?.(init) ?? Promise.resolve(toResponse(this.#yes(url)))
  }) as typeof fetch

  /** A client that speaks to this server. */
  client(options: Partial<MatrixClientOptions> = {}, create = createMatrixClient): MatrixClient {
    return create({ baseUrl: BASE_URL, fetch: this.fetch, ...options })
  }

  /** Answers the next request that has no answer planned. */
  reply(status: number, body?: unknown, headers?: Record<string, string>): void {
    this.#plan.push(() => Promise.resolve(toResponse({ status, body, ...(headers && { headers }) })))
  }

  loseConnection(): void {
    this.#plan.push(() => Promise.reject(new TypeError('Failed to fetch')))
  }

  /** Keeps the next request waiting; `heedsAbort: false` lets its answer come although nobody waits. */
  hold({ heedsAbort = true } = {}): HeldRequest {
    let settle: { resolve: (response: Response) => void; reject: (error: unknown) => void }
    const promise = new Promise<Response>((resolve, reject) => (settle = { resolve, reject }))
    this.#plan.push((init) => {
      init.signal?.addEventListener('abort', () => {
        if (heedsAbort) settle.reject(new DOMException('Aborted', 'AbortError'))
      })
      return promise
    })
    return {
      answer: async (reply = {}) => {
        settle.resolve(toResponse({ status: 200, ...reply, body: reply.body ?? session() }))
        await settled()
      },
      loseConnection: async () => {
        settle.reject(new TypeError('Failed to fetch'))
        await settled()
      },
    }
  }

  /** The bodies of the requests for an SMS. */
  get sends(): Record<string, unknown>[] {
    return this.requests.filter(({ url }) => url.endsWith('/requestToken')).map(({ body }) => body)
  }

  /** The bodies of the submitted codes. */
  get submits(): Record<string, unknown>[] {
    return this.requests.filter(({ url }) => !url.endsWith('/requestToken')).map(({ body }) => body)
  }

  #yes(url: string): Reply {
    if (!url.endsWith('/requestToken')) return { status: 200, body: { success: true } }
    this.#sessions += 1
    return { status: 200, body: session(`sid${this.#sessions}`) }
  }
}

/** A yes to a request for an SMS. */
export function session(sid = 'sid', submitUrl: string | null = SUBMIT_URL): Record<string, unknown> {
  return { sid, ...(submitUrl !== null && { submit_url: submitUrl }) }
}

function toResponse({ status, body, headers = {} }: Reply): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {})
  return new Response(text, { status, headers })
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settled(): Promise<void> {
  await advance(0)
}

/** Moves the clock. */
export async function advance(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** The surroundings of a component under test. */
export function Providers({
  children,
  queryClient,
}: {
  children: ReactNode
  queryClient: QueryClient
}): ReactNode {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}

type Hook = typeof usePhoneVerification

/** A page that was loaded anew has all of the code anew. */
const clientsOfPages = new WeakMap<Hook, typeof createMatrixClient>()

/** Renders the hook in StrictMode, with a QueryClient of its own, against a wire. */
export function renderVerification(
  options: Partial<PhoneVerificationOptions> & { wire?: Wire } = {},
  { queryClient = new QueryClient(), hook = usePhoneVerification }: RenderOptions = {},
) {
  const { wire = new Wire(), ...rest } = options
  const homeserver = wire.client({}, clientsOfPages.get(hook))
  const initialProps: PhoneVerificationOptions = { homeserver, purpose: 'register', ...rest }
  const steps: PhoneVerification['step'][] = []
  const { result, rerender, unmount } = renderHook(
    (props: PhoneVerificationOptions) => {
      const verification = hook(props)
      if (steps.at(-1) !== verification.step) steps.push(verification.step)
      return verification
    },
    {
      initialProps,
      wrapper: ({ children }) => <Providers queryClient={queryClient}>{children}</Providers>,
    },
  )
  return {
    wire,
    queryClient,
    hook,
    result,
    unmount,
    /** Every step that was rendered, in order. */
    steps,
    rerender: (changed: Partial<PhoneVerificationOptions> = {}) => rerender({ ...initialProps, ...changed }),
    /** Does something a person does, and lets all of it happen. */
    do: async (action: (verification: PhoneVerification) => unknown) => {
      await act(async () => {
        void action(result.current)
        await vi.advanceTimersByTimeAsync(0)
      })
    },
  }
}

interface RenderOptions {
  queryClient?: QueryClient
  hook?: Hook
}

/** What the hook says in a step that the test knows it is in. */
export function inStep<Step extends PhoneVerification['step']>(
  verification: PhoneVerification,
  step: Step,
): Extract<PhoneVerification, { step: Step }> {
  if (verification.step !== step) throw new Error(`The step is ${verification.step}, not ${step}.`)
  return verification as Extract<PhoneVerification, { step: Step }>
}

/** The hook as a page has it that was just loaded: its code anew, with what the tab's storage holds. */
export async function loadedPage(): Promise<Hook> {
  forgetPage()
  vi.resetModules()
  const { usePhoneVerification: hook } = await import('../../src/hooks/usePhoneVerification.js')
  const { createMatrixClient: createClient } = await import('../../src/matrix/createMatrixClient.js')
  clientsOfPages.set(hook, createClient)
  return hook
}

/** The same after the page before it was left, as a reload does. */
export async function reloadedPage(): Promise<Hook> {
  window.dispatchEvent(new Event('pagehide'))
  return loadedPage()
}

/** The same in a tab that was copied from this one, whose page never left. */
export function copiedPage(): Promise<Hook> {
  return loadedPage()
}

const pageListeners: [string, EventListenerOrEventListenerObject][] = []
const addEventListener = window.addEventListener.bind(window)
window.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
  if (type.startsWith('page')) pageListeners.push([type, listener])
  addEventListener(type, listener)
}

/** What listened on a page is gone with it; jsdom has one page a file. */
function forgetPage(): void {
  for (const [type, listener] of pageListeners.splice(0)) window.removeEventListener(type, listener)
}
