import type { Account } from './accounts.js'
import { connectionFailure, toResponse, type SimulatedAnswer } from './answers.js'
import { createFetch } from './createFetch.js'
import { findAnswer, routeOf } from './findAnswer.js'
import { forgetForms } from './forgetForms.js'
import type { SmsMessage } from './inbox.js'
import { Line } from './line.js'
import { Memory } from './memory.js'
import type { OperationGroup } from './operations.js'
import { resolveSettings, type SimulatedHomeserverOptions } from './SimulatedHomeserverOptions.js'
import { ScenarioScript, rulesOf } from './scenarioScript.js'
import { recordRequest, type RecordedRequest } from './recordedRequest.js'
import type { Scenario } from './scenarios.js'
import { createAccount, createServerState, type AccountOptions, type ServerState } from './serverState.js'
import { openLink } from './submitToken.js'

/**
 * A Matrix homeserver in memory that verifies phone numbers. It behaves as the specification says, or like the server
 * that its `scenario` names, and shows the text messages it would have sent. Pass its `fetch` to a client, its
 * `handle` to a server of your own, or the object itself to `createHandlers` of
 * `matrix-phone-verification/testing/msw`.
 */
export class SimulatedHomeserver {
  /** The base URL, without a trailing slash. */
  readonly baseUrl: string
  /** A `fetch` that reaches this homeserver and no network. */
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds before every response. You may change it at any time. */
  latency: number
  readonly #options: SimulatedHomeserverOptions
  readonly #listeners = new Set<() => void>()
  readonly #line = new Line()
  readonly #memory: Memory
  #state: ServerState
  #script: ScenarioScript
  #requests: readonly RecordedRequest[] = []
  #advanced = 0

  /** @throws TypeError if `baseUrl` is not a URL, or the Error of `createAccount` for one of the initial accounts. */
  constructor(options: SimulatedHomeserverOptions = {}) {
    this.#options = options
    this.latency = options.latency ?? 0
    this.#script = new ScenarioScript(options.scenario ?? 'specification')
    this.#state = this.#begin()
    this.#memory = new Memory(options, this.#state)
    this.#advanced = this.#memory.recall(this.#state)
    this.baseUrl = this.#state.baseUrl
    this.fetch = createFetch((request, signal) => this.#respond(request, signal))
  }

  /** What the server does. You may change it at any time; sessions and accounts are kept. */
  get scenario(): Scenario {
    return this.#script.scenario
  }

  set scenario(scenario: Scenario) {
    this.#script.scenario = scenario
    this.#notify()
  }

  /** Responds to a request. A connection that fails rejects with a `TypeError`, as `fetch` does. */
  async handle(request: Request): Promise<Response> {
    return this.#respond(request, request.signal)
  }

  /** Every SMS that arrived, oldest first; a new array after each. */
  get messages(): readonly SmsMessage[] {
    return this.#state.inbox.messages
  }

  /** The newest SMS, or the newest to that number (E.164). */
  lastSms(phoneNumber?: string): SmsMessage | undefined {
    return this.#state.inbox.last(phoneNumber)
  }

  /** Resolves with the oldest SMS not returned yet. Waits until there is one, even across a `reset`. */
  nextSms(): Promise<SmsMessage> {
    const message = this.#state.inbox.next()
    this.#memory.keep(this.#state, this.#advanced)
    return message
  }

  /**
   * Follows the link in an SMS, as the person does on their phone.
   *
   * @param message by default the newest SMS
   * @returns whether the number is verified now
   * @throws Error if the SMS contains no link
   */
  followLink(message: SmsMessage | undefined = this.lastSms()): boolean {
    if (message?.link === undefined)
      throw new Error('This SMS holds no link: choose a scenario that texts one.')
    const { status } = openLink(this.#state, new URL(message.link).searchParams, this.#script.rules)
    this.#notify()
    return status < 400
  }

  /** Every request that a client made, oldest first, including lost ones; a new array after each. */
  get requests(): readonly RecordedRequest[] {
    return this.#requests
  }

  /**
   * Makes the next request of this kind, and only that one, get this response, or this scenario on top of the current
   * one. Several calls queue up.
   */
  failNext(group: OperationGroup, failure: Scenario | SimulatedAnswer): void {
    this.#script.failNext(group, failure)
  }

  /** The requests whose responses wait for `release`, oldest first; a new array after each change. */
  get held(): readonly RecordedRequest[] {
    return this.#line.held
  }

  /** In the scenario `slow`, sends the response to this request, or all responses that wait. */
  release(request?: RecordedRequest): void {
    this.#line.release(request)
  }

  /** The server's clock, in epoch milliseconds. */
  now(): number {
    return (this.#options.now ?? Date.now)() + this.#advanced
  }

  /** Moves the server's clock forward. */
  advanceTime(milliseconds: number): void {
    this.#advanced += milliseconds
    this.#notify()
  }

  /** Every account; a new array after each change. */
  get accounts(): readonly Account[] {
    return this.#state.accounts.list
  }

  /** The account with this username (`alice`) or user ID (`@alice:matrix.example.org`). */
  account(name: string): Account | undefined {
    return this.#state.accounts.find(name)
  }

  /** The numbers of an account (E.164); none if there is no such account. */
  phoneNumbersOf(name: string): readonly string[] {
    return this.account(name)?.phoneNumbers ?? []
  }

  /**
   * Creates an account with one device, and returns the device's access token.
   *
   * @throws Error if there is an account of that name, or the number is not E.164
   */
  createAccount(options: AccountOptions = {}): string {
    const accessToken = createAccount(this.#state, options)
    this.#notify()
    return accessToken
  }

  /** Calls the listener on every change, and returns a function that stops this. For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /**
   * Starts over with the options of the constructor. Requests that still wait for a response fail.
   *
   * The forms still remember numbers that the server has now forgotten: in their `QueryClient`, of which every test
   * needs a new one, and in `sessionStorage`. Pass that as `storage` to remove what the forms keep there.
   */
  reset({ storage }: { storage?: Storage | undefined } = {}): void {
    if (storage !== undefined) forgetForms(storage)
    this.#line.disconnect()
    this.latency = this.#options.latency ?? 0
    this.#script = new ScenarioScript(this.#options.scenario ?? 'specification')
    this.#requests = []
    this.#advanced = 0
    const { inbox } = this.#state
    this.#state = this.#begin()
    this.#state.inbox.takeOver(inbox)
    this.#notify()
  }

  #begin(): ServerState {
    return createServerState(resolveSettings(this.#options), () => this.now(), this.#options.accounts ?? [])
  }

  #notify(): void {
    this.#memory.keep(this.#state, this.#advanced)
    for (const listener of this.#listeners) listener()
  }

  async #respond(request: Request, signal: AbortSignal): Promise<Response> {
    signal.throwIfAborted()
    if (request.method === 'OPTIONS') {
      return toResponse({ status: 204 }, !this.#script.rules.withoutCors.includes('preflight'))
    }
    const state = this.#state
    const route = routeOf(request, state)
    const { connection, ...behaviour } = this.#script.take(route.operation)
    const text = await request.clone().text()
    // The server was reset meanwhile, and the request was sent to the server before the reset.
    if (state !== this.#state) throw connectionFailure()
    const recorded = recordRequest(request, text, route.operation, this.now())
    this.#requests = [...this.#requests, recorded]
    this.#notify()

    if (connection === 'unreachable') throw connectionFailure()
    if (connection === 'silent') await this.#line.stall(recorded, signal)
    const answer = findAnswer(state, behaviour, route, request, text)
    const held = connection === 'held' ? this.#line.hold(recorded, signal) : undefined
    this.#notify()
    if (connection === 'answer-lost') throw connectionFailure()
    await held?.finally(() => this.#notify())
    if (this.latency > 0) await this.#line.delay(recorded, signal, this.latency)
    signal.throwIfAborted()
    return toResponse(answer, !rulesOf(behaviour).withoutCors.includes(answer.status))
  }
}
