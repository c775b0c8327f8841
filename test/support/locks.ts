import { onTestFinished } from 'vitest'

/** Web Locks as pages of one browser see them; jsdom has none. */
export class FakeLocks {
  readonly #held = new Map<string, FakePage>()
  readonly #waiting: { name: string; page: FakePage; grant: () => void }[] = []
  #page: FakePage = { isAlive: true }

  /** Gives the page of the test this browser's locks. */
  constructor() {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: this.#request } })
    onTestFinished(() => {
      Reflect.deleteProperty(navigator, 'locks')
    })
  }

  get names(): string[] {
    return [...this.#held.keys()]
  }

  /**
   * From now on another page runs. The one before lives on, as in a tab that was copied.
   *
   * @returns ends the page before, without a word to it
   */
  openPage(): () => void {
    const before = this.#page
    this.#page = { isAlive: true }
    return () => {
      before.isAlive = false
      for (const [name, page] of this.#held) if (page === before) this.#release(name)
    }
  }

  /** The browser ends the page that runs, and another one runs. */
  discardPage(): void {
    this.openPage()()
  }

  readonly #request = (
    name: string,
    { signal }: { signal: AbortSignal },
    callback: () => Promise<void>,
  ): Promise<void> => {
    const page = this.#page
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
    const index = this.#waiting.findIndex((one) => one.name === name && one.page.isAlive)
    if (index !== -1) this.#waiting.splice(index, 1)[0]?.grant()
  }
}

interface FakePage {
  isAlive: boolean
}
