import * as z from 'zod/mini'
import type { MemoryStorage, SimulatedHomeserverOptions } from './SimulatedHomeserverOptions.js'
import type { ServerState } from './serverState.js'

const entries = <Value extends z.ZodMiniType>(value: Value) => z.array(z.tuple([z.string(), value]))

/** An optional value. JSON has no `undefined`, so `null` replaces it. */
const maybe = <Value extends z.ZodMiniType>(value: Value) =>
  z.pipe(
    z.nullable(value),
    z.transform((given) => given ?? undefined),
  )

/** What a homeserver remembers, as plain data. */
const memorySchema = z.object({
  /** The homeserver's seed and initial accounts. A homeserver with others ignores this memory. */
  madeWith: z.string(),
  /** How far the clock was moved, in milliseconds. */
  advanced: z.number(),
  codes: z.number(),
  ids: z.number(),
  sessions: z.array(
    z.object({
      sid: z.string(),
      phoneNumber: z.string(),
      clientSecret: z.string(),
      attempt: z.number(),
      codes: z.array(z.object({ code: z.string(), until: z.number() })),
      validatedAt: maybe(z.number()),
      nextLink: maybe(z.string()),
    }),
  ),
  accounts: z.array(
    z.object({
      userId: z.string(),
      password: maybe(z.string()),
      phoneNumbers: z.array(z.string()),
      accessTokens: z.array(z.string()),
    }),
  ),
  devices: entries(z.object({ userId: z.string(), deviceId: z.string() })),
  added: entries(z.object({ phoneNumber: z.string(), addedAt: z.number() })),
  auth: entries(
    z.object({
      id: z.string(),
      method: z.string(),
      uri: z.string(),
      startedAt: z.number(),
      body: z.record(z.string(), z.unknown()),
      completed: entries(z.string()),
      registered: maybe(z.string()),
    }),
  ),
  buckets: entries(z.object({ level: z.number(), at: z.number() })),
  messages: z.array(
    z.object({
      to: z.string(),
      text: z.string(),
      code: z.string(),
      link: z.optional(z.string()),
      sentAt: z.number(),
    }),
  ),
  handedOut: z.number(),
})

/** Keeps a homeserver's memory over a reload of its page. */
export class Memory {
  readonly #storage: MemoryStorage | undefined
  readonly #key: string
  readonly #madeWith: string

  constructor({ persist, accounts = [] }: SimulatedHomeserverOptions, { baseUrl, seed }: ServerState) {
    this.#storage = persist
    this.#key = `matrix-phone-verification-testing ${baseUrl}`
    this.#madeWith = JSON.stringify({ seed, accounts })
  }

  /**
   * Restores the memory of an earlier homeserver into a new one. Returns how far the earlier clock was moved; 0 if
   * nothing is stored, or nothing that this version wrote.
   */
  recall(state: ServerState): number {
    const memory = memorySchema.safeParse(readJson(() => this.#storage?.getItem(this.#key))).data
    if (memory?.madeWith !== this.#madeWith) return 0
    state.codes.state = memory.codes
    state.ids.state = memory.ids
    state.sessions.list = memory.sessions
    state.accounts.list = memory.accounts
    fill(state.accounts.devices, memory.devices)
    fill(state.accounts.added, memory.added)
    fill(
      state.auth.sessions,
      memory.auth.map(([id, one]) => [id, { ...one, completed: new Map(one.completed) }]),
    )
    fill(state.limiter.buckets, memory.buckets)
    state.inbox.messages = memory.messages
    state.inbox.handedOut = memory.handedOut
    return memory.advanced
  }

  /** Stores what the homeserver remembers now. */
  keep({ accounts, auth, codes, ids, inbox, limiter, sessions }: ServerState, advanced: number): void {
    if (this.#storage === undefined) return
    const memory = {
      madeWith: this.#madeWith,
      advanced,
      codes: codes.state,
      ids: ids.state,
      sessions: sessions.list,
      accounts: accounts.list,
      devices: [...accounts.devices],
      added: [...accounts.added],
      auth: [...auth.sessions].map(([id, one]) => [id, { ...one, completed: [...one.completed] }]),
      buckets: [...limiter.buckets],
      messages: inbox.messages,
      handedOut: inbox.handedOut,
    }
    const text = JSON.stringify(memory, (_, value: unknown) => (value === undefined ? null : value))
    try {
      this.#storage.setItem(this.#key, text)
    } catch {
      // The storage is full or forbidden. A reload then starts over.
    }
  }
}

function fill<Value>(map: Map<string, Value>, items: [string, Value][]): void {
  map.clear()
  for (const [key, value] of items) map.set(key, value)
}

function readJson(read: () => string | null | undefined): unknown {
  try {
    return JSON.parse(read() ?? '')
  } catch {
    return undefined
  }
}
