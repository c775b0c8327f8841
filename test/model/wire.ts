import type { SimulatedAnswer } from '../../src/testing/answers.js'
import type { SimulatedHomeserver } from '../../src/testing/index.js'
import { ANSWERS } from './answers.js'
import type { Fate } from './steps.js'

/** A request as it left a page, and what became of it. */
export interface Exchange {
  /** The page that asked. */
  readonly page: number
  readonly kind: 'send' | 'verify'
  readonly body: Readonly<Record<string, unknown>>
  /** Whether the page still waits for the answer. */
  isAwaited: () => boolean
  /** Whether the server sent an SMS for it. */
  texted: boolean
  /** Whether what came back was the server's own answer to it. */
  isOwnAnswer: boolean
}

/** Told of what goes over the wire. */
export interface WireTap {
  left: (exchange: Exchange) => void
  /** An answer arrives at a page that waits for it. */
  arrived: (exchange: Exchange, answer: SimulatedAnswer) => void
}

interface Held {
  page: number
  isAwaited: () => boolean
  deliver: () => Promise<void>
}

/** The way between pages and a simulated homeserver, where everything can go wrong. */
export class Wire {
  /** What becomes of the requests of this step. */
  fate: Fate = HEALTHY
  readonly #homeserver: SimulatedHomeserver
  readonly #tap: WireTap
  readonly #busy = new Set<Promise<void>>()
  #held: Held[] = []
  #waiting = 0

  constructor(homeserver: SimulatedHomeserver, tap: WireTap) {
    this.#homeserver = homeserver
    this.#tap = tap
  }

  /** The `fetch` of a page. */
  fetchOf(page: number): typeof fetch {
    return (input, init = {}) => {
      if (typeof input !== 'string') throw new Error('The client gives a text.')
      return this.#start(page, input, init)
    }
  }

  /** How many requests are under way that nobody gave up. */
  get waiting(): number {
    return this.#waiting
  }

  /** Lets one held answer go. */
  async deliver(page: number, which: number): Promise<void> {
    const chosen = this.#choose(page, which)
    this.#held = this.#held.filter((held) => held !== chosen)
    await chosen?.deliver()
  }

  /** Whether the page still waits for that answer. */
  isAwaited(page: number, which: number): boolean {
    return this.#choose(page, which)?.isAwaited() ?? false
  }

  #choose(page: number, which: number): Held | undefined {
    const ofPage = this.#held.filter((held) => held.page === page)
    return ofPage[which % Math.max(1, ofPage.length)]
  }

  /** Forgets the answers for a page that is gone. */
  forget(page: number): void {
    this.#held = this.#held.filter((held) => held.page !== page)
  }

  /** Waits for the server, and lets the page read. */
  async settle(): Promise<void> {
    do {
      await Promise.all(this.#busy)
      await new Promise((resolve) => setImmediate(resolve))
    } while (this.#busy.size > 0)
  }

  #start(page: number, url: string, init: RequestInit): Promise<Response> {
    const { fate } = this
    const { signal } = init
    let isOver = false
    const finish = () => {
      if (!isOver) this.#waiting -= 1
      isOver = true
    }
    this.#waiting += 1
    signal?.addEventListener('abort', finish)
    const exchange: Exchange = {
      page,
      kind: url.endsWith('/requestToken') ? 'send' : 'verify',
      body: JSON.parse(init.body as string) as Exchange['body'],
      isAwaited: () => !isOver,
      texted: false,
      isOwnAnswer: fate.back === 'own' && fate.arrives !== 'never',
    }
    this.#tap.left(exchange)

    return new Promise((resolve, reject) => {
      if (fate.heedsAbort) signal?.addEventListener('abort', () => reject(new Error('given up')))
      let own: Promise<SimulatedAnswer | null> | undefined
      const arrive = () => (own = this.#reach(exchange, url, init, fate.twice))
      const come = async () => {
        const answer = await this.#comeBack(own, fate)
        if (answer === null) reject(new TypeError('Failed to fetch'))
        else {
          if (!isOver) this.#tap.arrived(exchange, answer)
          resolve(toResponse(answer))
        }
        finish()
      }
      if (fate.arrives === 'now') this.#work(arrive())
      const deliver = async () => {
        if (fate.arrives === 'late') await arrive()
        await come()
      }
      if (fate.when === 'now') this.#work(deliver())
      else this.#held.push({ page, deliver, isAwaited: exchange.isAwaited })
    })
  }

  #work(work: Promise<unknown>): void {
    const done = work.then(() => {
      this.#busy.delete(done)
    })
    this.#busy.add(done)
  }

  /** `null` where the page may not read the answer: it comes from a server of another name. */
  async #reach(
    exchange: Exchange,
    url: string,
    init: RequestInit,
    twice: boolean,
  ): Promise<SimulatedAnswer | null> {
    // The server goes on when the client gives up.
    const rest = { ...init, signal: null }
    const before = this.#homeserver.messages.length
    const reach = () => this.#homeserver.fetch(url, rest).catch(() => null)
    if (twice) await reach()
    const response = await reach()
    if (response === null) return null
    exchange.texted = this.#homeserver.messages.length > before
    const text = await response.text()
    const { status } = response
    return { status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text }
  }

  /** `null` is a connection that breaks. */
  async #comeBack(
    own: Promise<SimulatedAnswer | null> | undefined,
    { back }: Fate,
  ): Promise<SimulatedAnswer | null> {
    const answer = await own
    if (back === 'lost') return null
    return back === 'own' ? (answer ?? null) : (ANSWERS[back] ?? null)
  }
}

/** All goes well. */
export const HEALTHY: Fate = { arrives: 'now', twice: false, back: 'own', when: 'now', heedsAbort: true }

/** Read in one turn, so that a step ends when the page has understood. */
function toResponse({ status, body, headers }: SimulatedAnswer): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? '')
  const response = new Response(null, { status, ...(headers && { headers }) })
  response.text = () => Promise.resolve(text)
  return response
}
