import { onTestFinished } from 'vitest'

/** Web Locks as the pages of one browser see them. */
export class Locks<Page> {
  readonly #held = new Map<string, Page>()
  readonly #waiting: { name: string; page: Page; grant: () => void }[] = []
  readonly #pageThatRuns: () => Page

  constructor(pageThatRuns: () => Page) {
    this.#pageThatRuns = pageThatRuns
  }

  get names(): string[] {
    return [...this.#held.keys()]
  }

  /** Takes everything from a page that has ended, without a word to it. */
  end(page: Page): void {
    const waiting = this.#waiting.filter((one) => one.page !== page)
    this.#waiting.splice(0, Infinity, ...waiting)
    for (const [name, holder] of this.#held) if (holder === page) this.#release(name)
  }

  readonly request = (
    name: string,
    { signal }: { signal: AbortSignal },
    callback: () => Promise<void>,
  ): Promise<void> => {
    const page = this.#pageThatRuns()
    return new Promise((resolve, reject) => {
      const grant = () => {
        this.#held.set(name, page)
        void callback().then(() => {
          if (this.#held.get(name) === page) this.#release(name)
          resolve()
        })
      }
      signal.addEventListener('abort', () => {
        const index = this.#waiting.findIndex((one) => one.grant === grant)
        if (index !== -1) this.#waiting.splice(index, 1)
        reject(new DOMException('Aborted', 'AbortError'))
      })
      // As in a browser, never in the same turn.
      queueMicrotask(() => {
        if (signal.aborted) return
        if (this.#held.has(name)) this.#waiting.push({ name, page, grant })
        else grant()
      })
    })
  }

  #release(name: string): void {
    this.#held.delete(name)
    const index = this.#waiting.findIndex((one) => one.name === name)
    if (index !== -1) this.#waiting.splice(index, 1)[0]?.grant()
  }
}

/** Gives the page of a test Web Locks, which jsdom has none of. */
export class FakeLocks {
  #page = {}
  readonly #locks = new Locks(() => this.#page)

  constructor() {
    const { request } = this.#locks
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, 'locks')
    })
  }

  get names(): string[] {
    return this.#locks.names
  }

  /**
   * From now on another page runs. The one before lives on, as in a tab that was copied.
   *
   * @returns ends the page before, without a word to it
   */
  openPage(): () => void {
    const before = this.#page
    this.#page = {}
    return () => this.#locks.end(before)
  }

  /** The browser ends the page that runs, and another one runs. */
  discardPage(): void {
    this.openPage()()
  }
}
