import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Desktop } from './Desktop.js'
import type { PageOptions } from './page/orders.js'
import type { Site } from './Site.js'
import { until } from './Speech.js'

/** How long something may take to be said. Milliseconds. */
const PATIENCE = 10_000

/** How long nothing is to be said. Milliseconds. */
const SILENCE = 4000

/** Somebody who uses the form by keyboard and hears what the screen reader says. */
export class Listener {
  readonly #desktop: Desktop
  readonly #site: Site
  #pages = 0
  /** Where the last action began in what was said. */
  #mark = 0

  constructor(desktop: Desktop, site: Site) {
    this.#desktop = desktop
    this.#site = site
  }

  /** What was said since the last action. */
  get heard(): string[] {
    return this.#desktop.speech.since(this.#mark)
  }

  /** Opens a page that nobody has used, with the focus before the form. */
  async open(options: PageOptions = {}): Promise<void> {
    const search = `?${new URLSearchParams({ ...options, page: `${++this.#pages}` }).toString()}`
    this.#site.order({ type: 'show', search })
    await until(() => this.#site.hasReported(`shown ${search}`), 'the page')
    await this.#isAt('Before the form')
    await this.#desktop.speech.calm(1000)
    this.#listen()
  }

  /** Presses keys one after the other, and listens from the last one on. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#desktop.speech.calm(300, 3000)
      this.#listen()
      await this.#desktop.press(key)
    }
  }

  async type(text: string): Promise<void> {
    this.#listen()
    await this.#desktop.type(text)
    await this.#desktop.speech.calm(300, 3000)
  }

  /** Goes to the number, types one, and presses Enter. */
  async send(number: string): Promise<void> {
    await this.press('Tab', 'Tab')
    await this.type(number)
    await this.press('Return')
  }

  async #isAt(name: string): Promise<void> {
    await until(() => this.#site.focused === name, `the focus to come to "${name}"`, PATIENCE)
  }

  /** Types the code of the SMS, and presses Enter. */
  async submitCode(): Promise<void> {
    await this.type(this.#site.code)
    await this.press('Return')
  }

  advance(milliseconds: number): void {
    this.#listen()
    this.#site.order({ type: 'advance', milliseconds })
  }

  /**
   * Comes to a field because the step before is over, and hears these words of it.
   *
   * When the element that has the focus is removed, Orca 43 goes on to what has the focus by then, without a word. If
   * Chromium tells it of the removal and of the new focus at once, that is the new field, and Orca then takes the news
   * of the focus for nothing new. Whoever leaves the field and comes back hears it.
   */
  async isLedTo(field: string, ...words: string[]): Promise<void> {
    await this.#isAt(field)
    await until(() => this.#count(field) > 0, field, PATIENCE).catch(() => this.press('shift+Tab', 'Tab'))
    await this.hears(field, ...words)
  }

  /** Hears these words, one after the other. */
  async hears(...words: (string | RegExp)[]): Promise<void> {
    for (const word of words) {
      await until(() => this.#count(word) > 0, `"${word}"`, PATIENCE).catch(() => undefined)
      expect(this.heard.join(' | '), 'what was heard').toMatch(word)
    }
  }

  /** Hears these words, and only once. */
  async hearsOnce(...words: (string | RegExp)[]): Promise<void> {
    await this.hears(...words)
    await this.#desktop.speech.calm(1500, PATIENCE)
    for (const word of words) expect(this.#count(word), this.heard.join(' | ')).toBe(1)
  }

  /** Has not heard these words, though something else may have been said. */
  hasHeardNo(...words: string[]): void {
    for (const word of words) expect(this.heard.join(' | ')).not.toContain(word)
  }

  /** Hears nothing for four seconds. */
  async hearsNothing(): Promise<void> {
    await this.#desktop.speech.calm(800)
    this.#listen()
    await setTimeout(SILENCE)
    expect(this.heard).toEqual([])
  }

  #listen(): void {
    this.#mark = this.#desktop.speech.length
  }

  #count(word: string | RegExp): number {
    return this.heard.filter((said) => (typeof word === 'string' ? said.includes(word) : word.test(said)))
      .length
  }
}
