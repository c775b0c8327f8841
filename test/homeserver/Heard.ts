import type { Page } from 'playwright'

/** What the page asked of the homeserver, and what it got. */
export interface Exchange {
  url: string
  sent: Record<string, unknown>
  status: number
  body: Record<string, unknown>
}

/** How long an answer may take, in milliseconds. */
const PATIENCE = 20_000

/**
 * The answers that a page got, heard in the page: what it reads as a stream, the browser does not keep for whoever drives
 * it.
 */
export class Heard {
  readonly #arrivals = new EventTarget()

  /** Listens to the pages that are opened afterwards. */
  static async on(page: Page): Promise<Heard> {
    const heard = new Heard()
    await page.exposeFunction('tellExchange', (told: Told) => heard.#receive(told))
    await page.addInitScript(listenToFetch)
    return heard
  }

  /** Waits for the next answer in JSON to a POST to such an address. */
  next(url: RegExp): Promise<Exchange> {
    return new Promise((resolve, reject) => {
      const ended = new AbortController()
      const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(PATIENCE)])
      signal.addEventListener('abort', () => reject(new Error(`Nothing was answered at ${url}.`)))
      const listener = ({ detail }: CustomEventInit<Exchange>) => {
        if (detail === undefined || !url.test(detail.url)) return
        resolve(detail)
        ended.abort()
      }
      this.#arrivals.addEventListener('exchange', listener, { signal })
    })
  }

  #receive({ url, sent, status, body }: Told): void {
    const detail: Exchange = {
      url,
      sent: JSON.parse(sent) as Exchange['sent'],
      status,
      body: JSON.parse(body) as Exchange['body'],
    }
    this.#arrivals.dispatchEvent(new CustomEvent('exchange', { detail }))
  }
}

/** The same, both bodies as texts. */
interface Told {
  url: string
  sent: string
  status: number
  body: string
}

declare global {
  interface Window {
    tellExchange: (told: Told) => Promise<void>
  }
}

/** Runs in the page before its own scripts do. */
function listenToFetch() {
  const fetchForReal = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const response = await fetchForReal(input, init)
    const { url, status, headers } = response
    const isJson = headers.get('Content-Type')?.startsWith('application/json') === true
    if (init?.method === 'POST' && isJson) {
      const sent = init.body as string
      void response
        .clone()
        .text()
        .then((body) => window.tellExchange({ url, sent, status, body }))
    }
    return response
  }
}
