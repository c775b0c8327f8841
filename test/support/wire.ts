import type { MatrixClientOptions } from '../../src/matrix/clientOptions.js'
import { createMatrixClient, type MatrixClient } from '../../src/matrix/createMatrixClient.js'
import { settled } from './time.js'

export const BASE_URL = 'https://matrix.example.org'
export const SUBMIT_URL = 'https://sms.example.org/submit'

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
