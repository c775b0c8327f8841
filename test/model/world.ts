import { vi } from 'vitest'
import { SimulatedHomeserver, type SmsMessage } from '../../src/testing/index.js'
import { Browser } from './browser.js'
import { Ledger, newLine, NOTHING, type Allowed } from './ledger.js'
import { BASE_URL, type OpenPage, type Page } from './page.js'
import { accountsFor, isWellSpelled, readCode, spell } from './people.js'
import { browse, signOut, spend } from './proofs.js'
import { TabStorage, type Tab } from './tab.js'
import type { Setting, Step } from './steps.js'
import { HEALTHY, Wire } from './wire.js'

export const NOW = Date.UTC(2026, 10, 21)
const MINUTE = 60_000
/** How long a page waits at most until it knows whether its tab is a copy. */
const PATIENCE = 1000
const DAY = 24 * 60 * MINUTE

/** What differs between pages with React and without. */
export interface Kind {
  codes: readonly OpenPage[]
  /** Does something that pages hear of, and lets them show it. */
  within: (work: () => Promise<void>) => Promise<void>
  /** Lets time go by. */
  wait: (milliseconds: number) => Promise<void>
}

/** People, tabs, a server, and the way between them. */
export class World {
  readonly homeserver: SimulatedHomeserver
  readonly wire: Wire
  readonly ledger: Ledger
  readonly setting: Setting
  readonly #kind: Kind
  readonly browser: Browser
  readonly #began = performance.now()
  #slept = 0

  constructor(setting: Setting, kind: Kind) {
    this.setting = setting
    this.#kind = kind
    const elapsed = () => performance.now() - this.#began + this.#slept
    this.homeserver = new SimulatedHomeserver({
      baseUrl: BASE_URL,
      scenario: setting.scenario,
      sessionTtl: setting.sessionMinutes * MINUTE,
      accounts: accountsFor(setting.purpose),
      now: () => NOW + elapsed(),
    })
    this.ledger = new Ledger(setting, (page) => this.browser.lineOf(page), elapsed)
    this.wire = new Wire(this.homeserver, this.ledger)
    this.browser = new Browser(setting, kind.codes, this.wire)
    this.browser.openTab(setting.storage === 'none' ? null : new TabStorage(), newLine())
  }

  get tabs(): readonly Tab[] {
    return this.browser.tabs
  }

  /** Does a step. */
  async do(step: Step): Promise<void> {
    const tab = this.tabs[step.tab % this.tabs.length]
    if (tab === undefined) throw new Error('There is a tab as long as the walk goes.')
    this.wire.fate = 'fate' in step ? step.fate : HEALTHY
    this.ledger.allowed = NOTHING
    await this.#happen(tab, step)
  }

  async wait(milliseconds: number): Promise<void> {
    await this.#settled(() => this.#kind.wait(milliseconds))
  }

  /** A person or an app does something that starts no request. */
  async touch(page: Page, action: Parameters<Page['do']>[0]): Promise<void> {
    await this.#settled(() => page.do((actions) => this.#watch(action(actions))))
  }

  /** A person does something that may start one request. */
  async act(page: Page, does: Allowed['does'], action: Parameters<Page['do']>[0], code = ''): Promise<void> {
    this.ledger.allowed = { does, code }
    if (does !== 'verify') this.ledger.humanActions += 1
    await this.touch(page, action)
    // A tab that may be a copy asks when it knows.
    if (this.setting.hasLocks) await this.wait(PATIENCE)
  }

  #settled(work: () => Promise<void>): Promise<void> {
    return this.#kind.within(async () => {
      await work()
      await this.wire.settle()
    })
  }

  /** Ends every page, also those behind. */
  async end(): Promise<void> {
    await this.browser.close()
    // React-query drops a mutation a moment after nobody looks at it any more.
    await this.wait(1)
  }

  async #happen(tab: Tab, step: Step): Promise<void> {
    const { page } = tab
    switch (step.does) {
      case 'send':
        return this.#send(page, step)
      case 'resend':
        return this.act(page, 'resend', ({ resend }) => twice(step.times, () => resend()))
      case 'verify': {
        const { typed, code } = readCode(this.homeserver, page.view().sentTo, step.code)
        const submit: Parameters<Page['do']>[0] = ({ verify }) => twice(step.times, () => verify(typed))
        return code === ''
          ? this.#changeNothing(page, () => this.touch(page, submit), 'an empty code counts')
          : this.act(page, 'verify', submit, code)
      }
      case 'changeNumber':
        return this.touch(page, ({ changeNumber }) => changeNumber())
      case 'reset':
        return this.touch(page, ({ reset }) => reset())
      case 'deliver':
        return this.#deliver(page, step.which)
      case 'followLink':
        this.followLink(this.homeserver.lastSms(page.view().sentTo ?? undefined))
        return
      case 'confirm':
        // The app has tried its stage, and the server took it.
        return this.ledger.isProved(page.view().phone)
          ? this.touch(page, ({ confirm }) => confirm())
          : undefined
      case 'wait':
        return this.wait(step.seconds * 1000)
      case 'sleep':
        this.ledger.hasSlept = true
        this.#slept += step.seconds * 1000
        vi.setSystemTime(Date.now() + step.seconds * 1000)
        return
      case 'setClock':
        if (this.setting.clockIsSet) vi.setSystemTime(Date.now() + step.seconds * 1000)
        return
      case 'fillStorage':
        if (tab.storage !== null)
          tab.storage.isFull = step.isFull && this.setting.storage === 'sometimes full'
        return
      case 'handOver':
        // A proof that is used stays with the component that used it; the next one begins anew.
        return this.ledger.isOver(tab.line, page.view().phone)
          ? browse(this, tab, 'remount')
          : this.touch(page, () => void page.handOver())
      case 'use':
        return spend(this, tab)
      case 'signOut':
        return signOut(this, tab)
      default:
        return browse(this, tab, step.does)
    }
  }

  /** An answer that nobody waits for changes nothing. */
  async #deliver(page: Page, which: number): Promise<void> {
    const deliver = () => this.#settled(() => this.wire.deliver(page.id, which))
    if (this.wire.isAwaited(page.id, which)) await deliver()
    else await this.#changeNothing(page, deliver, 'a late answer counts')
  }

  async #changeNothing(page: Page, work: () => Promise<void>, fault: string): Promise<void> {
    const before = JSON.stringify(page.view())
    await work()
    this.ledger.claim(JSON.stringify(page.view()) === before, fault)
  }

  followLink(message: SmsMessage | undefined): void {
    if (message?.link === undefined) return
    const { searchParams } = new URL(message.link)
    if (this.homeserver.followLink(message))
      this.ledger.prove(searchParams.get('sid'), searchParams.get('client_secret'))
  }

  async #send(page: Page, { number, spelling, times }: Extract<Step, { does: 'send' }>): Promise<void> {
    const destination = spell(number, spelling)
    if (isWellSpelled(destination))
      return this.act(page, 'send', ({ send }) => twice(times, () => send(destination)))
    await this.touch(page, ({ send }) => send(destination))
    const { error, step } = page.view()
    this.ledger.claim(
      error !== null || page.view().isPending || step === 'unsupported',
      'no word about a number that is none',
    )
  }

  /** Nothing that a person does may reject. */
  #watch(outcome: unknown): void {
    const reject = (error: unknown) => this.ledger.claim(false, `an action rejects: ${String(error)}`)
    Promise.resolve(outcome).catch(reject)
  }

  /** What must hold at every moment. */
  check(): void {
    const claim = (holds: boolean, what: string) => this.ledger.claim(holds, what)
    for (const { page } of this.tabs) {
      const { step, error, phone, resendAt } = page.view()
      claim(error === null || page.owns(error), `an error of nobody: ${String(error)}`)
      claim(step !== 'verified' || this.ledger.isProved(phone), 'verified, but the server has not said so')
      claim(resendAt - page.now() <= DAY, 'a wait of more than a day')
    }
    const [fault] = this.ledger.faults
    if (fault !== undefined) throw new Error(fault)
  }
}

function twice(times: number, action: () => unknown): unknown {
  return Promise.all(Array.from({ length: times }, action))
}
