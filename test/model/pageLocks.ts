import { AsyncLocalStorage } from 'node:async_hooks'
import { vi } from 'vitest'
import { Locks } from '../support/locks.js'

/** The page that code runs in. One for all walks: each more would slow down every promise. */
const running = new AsyncLocalStorage<number>()

/** The Web Locks of a browser, or none, and which of its pages a line of code runs in. */
export class PageLocks {
  readonly #locks = new Locks(() => running.getStore())

  constructor(hasLocks: boolean) {
    vi.stubGlobal('navigator', hasLocks ? { locks: { request: this.#locks.request } } : {})
  }

  /** Runs code of a page, and what follows from it later. */
  run<Result>(page: number, code: () => Result): Result {
    return running.run(page, code)
  }

  /** The page is gone, without a word to its code. */
  end(page: number): void {
    this.#locks.end(page)
  }
}
