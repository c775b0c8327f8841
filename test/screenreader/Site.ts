import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { serve, type Served } from '../support/serve.js'
import type { Order } from './page/orders.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const built = join(root, '.cache/screenreader/page')

/** The page on loopback. It asks for what it is to do, and reports what happened. */
export class Site {
  #served: Served | undefined
  readonly #orders: Order[] = []
  readonly #reports: string[] = []

  static async start(): Promise<Site> {
    await build({
      root: fileURLToPath(new URL('page', import.meta.url)),
      configFile: false,
      logLevel: 'error',
      build: { outDir: built, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
    })
    const site = new Site()
    site.#served = await serve(built, { answer: (request) => site.#answer(request) })
    return site
  }

  async #answer(request: Request): Promise<Response | null> {
    const { pathname } = new URL(request.url)
    if (pathname === '/orders') return Response.json(this.#orders.splice(0))
    if (pathname !== '/report') return null
    this.#reports.push(await request.text())
    return new Response()
  }

  get url(): string {
    return this.#served?.url ?? ''
  }

  order(order: Order): void {
    this.#orders.push(order)
  }

  hasReported(text: string): boolean {
    return this.#reports.includes(text)
  }

  /** The code of the newest SMS. */
  get code(): string {
    return this.#last('code ')
  }

  /** The label of the field that has the focus, or what the button says. */
  get focused(): string {
    return this.#last('focus ')
  }

  #last(kind: string): string {
    return this.#reports.findLast((text) => text.startsWith(kind))?.slice(kind.length) ?? ''
  }

  async close(): Promise<void> {
    await this.#served?.close()
  }
}
