import type { SmsMessage } from './inbox.js'
import type { RateLimit } from './rateLimiter.js'
import type { Scenario } from './scenarios.js'
import type { AccountOptions, ServerSettings } from './serverState.js'

/** Where a memory is kept: the part of `Storage` that is needed. One that throws is done without. */
export type MemoryStorage = Pick<Storage, 'getItem' | 'setItem'>

/** What a simulated homeserver is made with. */
export interface SimulatedHomeserverOptions {
  /** A trailing slash is ignored; a path is kept. @default 'https://matrix.example.org' */
  baseUrl?: string | undefined
  /** Where the API stands, beside `/_matrix/client/v3` and `/_matrix/client/r0`. @default '/_matrix/client/v3' */
  apiPath?: string | undefined
  /** The clock that `advanceTime` adds to, in epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined
  /** The same seed gives the same codes. @default 1 */
  seed?: number | undefined
  /** What the server does. @default 'specification' */
  scenario?: Scenario | undefined
  /** Digits of a code. @default 6 */
  codeLength?: number | undefined
  /** How long a code can be used, in milliseconds. @default sessionTtl */
  codeTtl?: number | undefined
  /** How long a session lives after its last SMS, and a proof after the code, in ms. @default 86_400_000 */
  sessionTtl?: number | undefined
  /** Milliseconds before every answer. @default 0 */
  latency?: number | undefined
  /** Overrides the limit of every scenario. @default the scenario's own; 50 at once, then one a second, of most */
  rateLimit?: RateLimit | undefined
  /** The accounts to begin with. @default none */
  accounts?: readonly AccountOptions[] | undefined
  /** The flows of `POST /register`. @default [['m.login.dummy'], ['m.login.msisdn']], Synapse's */
  registrationFlows?: readonly (readonly string[])[] | undefined
  /**
   * Where the server's memory survives a reload of the page: `sessionStorage`, so that it lives as long as what the
   * form remembers. Another seed, or other accounts to begin with, begin anew. @default none
   */
  persist?: MemoryStorage | undefined
  /** What an SMS says. @default the code, or the link, and the name of the host */
  smsText?: ((message: Pick<SmsMessage, 'to' | 'code' | 'link'>) => string) | undefined
  /** Receives every SMS when it is sent, to print it for example. */
  onSms?: ((message: SmsMessage) => void) | undefined
}

const DAY = 86_400_000

/** A path with one slash before it and none behind; no path at all stays nothing. */
function joinable(path: string): string {
  const trimmed = path.replace(/^\/+|(?<!\/)\/+$/g, '')
  return trimmed === '' ? '' : `/${trimmed}`
}

/** Fills in the defaults. */
export function resolveSettings(options: SimulatedHomeserverOptions): ServerSettings {
  const baseUrl = (options.baseUrl ?? 'https://matrix.example.org').replace(/(?<!\/)\/+$/, '')
  const { host } = new URL(baseUrl)
  const sessionTtl = options.sessionTtl ?? DAY
  return {
    baseUrl,
    apiPath: joinable(options.apiPath ?? '/_matrix/client/v3'),
    seed: options.seed ?? 1,
    codeLength: options.codeLength ?? 6,
    codeTtl: options.codeTtl ?? sessionTtl,
    sessionTtl,
    registrationFlows: options.registrationFlows ?? [['m.login.dummy'], ['m.login.msisdn']],
    rateLimit: options.rateLimit,
    onSms: options.onSms,
    smsText:
      options.smsText ??
      (({ code, link }) =>
        link === undefined
          ? `${code} is your verification code for ${host}.`
          : `Follow this link to verify your number for ${host}: ${link}`),
  }
}
