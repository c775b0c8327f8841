import type { Locator, Page } from 'playwright'
import type { Exchange, Heard } from './Heard.js'
import type { Errand, Outcome } from './page/finish.js'

const CODE_REQUEST = /\/msisdn\/requestToken$/
const CODE_SUBMISSION = /\/submit_token$/

/** A person in front of the form in a real browser. */
export class Person {
  readonly #page: Page
  readonly #heard: Heard
  readonly #url: string

  constructor(page: Page, heard: Heard, url: string) {
    this.#page = page
    this.#heard = heard
    this.#url = url
  }

  async opens(errand: Errand): Promise<void> {
    await this.#page.goto(`${this.#url}?${new URLSearchParams({ ...errand }).toString()}`)
  }

  /** Asks for the first SMS, and answers what the homeserver said. */
  async sendsTo(phoneNumber: string): Promise<Exchange> {
    await this.#page.getByLabel('Phone number').fill(phoneNumber)
    return this.presses('Send code')
  }

  /** Asks for the first SMS where no answer is to be expected. */
  async triesToSendTo(phoneNumber: string): Promise<void> {
    await this.#page.getByLabel('Phone number').fill(phoneNumber)
    await this.clicks('Send code')
  }

  /** Submits a code where no answer is to be expected. */
  async triesCode(code: string): Promise<void> {
    await this.#page.getByLabel('Verification code').fill(code)
    await this.clicks('Verify')
  }

  async clicks(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click()
  }

  async types(code: string): Promise<Exchange> {
    await this.#page.getByLabel('Verification code').fill(code)
    return this.presses('Verify', CODE_SUBMISSION)
  }

  /** Presses a button that makes a request, and answers what the homeserver said. */
  async presses(name: string, url = CODE_REQUEST): Promise<Exchange> {
    const [exchange] = await Promise.all([this.#heard.next(url), this.clicks(name)])
    return exchange
  }

  /** Reloads the page, as a phone does that ran out of memory in the messages app. Answers what was asked meanwhile. */
  async reloads(step: string): Promise<string[]> {
    const asked: string[] = []
    this.#page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url())
    })
    await this.#page.reload()
    await this.isAt(step)
    return asked
  }

  /** Sets the clock of the person's device, from then on, this many milliseconds ahead of the servers'. */
  async setsClockAhead(milliseconds: number): Promise<void> {
    await this.#page.clock.setSystemTime(Date.now() + milliseconds)
  }

  /** Lets the test say how time passes on the person's device, on the pages that are opened afterwards. */
  async ownsTime(): Promise<void> {
    await this.#page.clock.install()
  }

  /** Lets time pass on a device whose time the test owns. */
  async waits(milliseconds: number): Promise<void> {
    await this.#page.clock.fastForward(milliseconds)
  }

  /** Waits until the form is at the step. */
  async isAt(step: string): Promise<void> {
    await this.#page.locator(`[data-step="${step}"]:not([data-pending])`).first().waitFor()
  }

  /** Waits until the page says this. */
  async reads(text: string | RegExp): Promise<string> {
    const found: Locator = this.#page.getByText(text).filter({ visible: true }).first()
    await found.waitFor()
    return found.innerText()
  }

  /** Where a link of this name leads to. */
  async linkTo(name: string): Promise<string | null> {
    return this.#page.getByRole('link', { name, exact: true }).getAttribute('href')
  }

  /** Waits until this is a part of what the homeserver said to the proof in the end. */
  async endsIn(part: string): Promise<void> {
    await this.#page.locator('output', { hasText: part }).waitFor()
  }

  /** What the homeserver said to the proof in the end. */
  async outcome(): Promise<Outcome> {
    const output = this.#page.locator('output')
    await output.waitFor()
    return JSON.parse(await output.innerText()) as Outcome
  }
}
