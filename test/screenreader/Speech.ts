import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

const POLL_INTERVAL = 50

/** What the screen reader has said, as its log has it. */
export class Speech {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  /** How much was said so far. */
  get length(): number {
    return this.#lines().length
  }

  /** The utterances since then. */
  since(length: number): string[] {
    return this.#lines().slice(length)
  }

  /** Waits until nothing has been said for a while. */
  async calm(milliseconds = 800, atMost = 10_000): Promise<void> {
    const end = Date.now() + atMost
    let [length, since] = [this.length, Date.now()]
    while (Date.now() < end && Date.now() - since < milliseconds) {
      await setTimeout(POLL_INTERVAL)
      if (this.length !== length) [length, since] = [this.length, Date.now()]
    }
  }

  #lines(): string[] {
    return readFileSync(this.#path, 'utf8').split('\n').slice(0, -1)
  }
}

/** Waits for something to be so. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  atMost = 20_000,
): Promise<void> {
  const end = Date.now() + atMost
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited ${atMost / 1000} seconds for ${what}.`)
    await setTimeout(POLL_INTERVAL)
  }
}
