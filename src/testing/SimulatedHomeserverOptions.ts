import type { SmsMessage } from './inbox.js'
import type { RateLimit } from './rateLimiter.js'
import type { Scenario } from './scenarios.js'
import type { AccountOptions, ServerSettings } from './serverState.js'

/** The storage for the server's memory: the part of `Storage` that is needed. If it throws, nothing is kept. */
export type MemoryStorage = Pick<Storage, 'getItem' | 'setItem'>

/** Options of `SimulatedHomeserver`. */
export interface SimulatedHomeserverOptions {
  /** A trailing slash is ignored; a path is kept. @default 'https://matrix.example.org' */
  baseUrl?: string | undefined
  /**
   * A prefix of the API, in addition to `/_matrix/client/v3` and `/_matrix/client/r0`. @default '/_matrix/client/v3'
   */
  apiPath?: string | undefined
  /** The clock that `advanceTime` adds to, in epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined
  /** The same seed gives the same codes. @default 1 */
  seed?: number | undefined
  /** What the server does. @default 'specification' */
  scenario?: Scenario | undefined
  /** The number of digits in a code. @default 6 */
  codeLength?: number | undefined
  /** How long a code can be used, in milliseconds. @default sessionTtl */
  codeTtl?: number | undefined
  /** How long a session lasts after its last SMS, and a proof after its code, in milliseconds. @default 86_400_000 */
  sessionTtl?: number | undefined
  /** Milliseconds before every response. @default 0 */
  latency?: number | undefined
  /**
   * Overrides the rate limit of every scenario. @default the scenario's own, mostly 50 at once and then one per second
   */
  rateLimit?: RateLimit | undefined
  /** The initial accounts. @default none */
  accounts?: readonly AccountOptions[] | undefined
  /** The flows of `POST /register`. @default [['m.login.dummy'], ['m.login.msisdn']], Synapse's */
  registrationFlows?: readonly (readonly string[])[] | undefined
  /**
   * A storage that keeps the server's memory over a reload of the page. Use `sessionStorage`, so that it lasts as long
   * as what the form remembers. With another seed or other initial accounts, the server starts over. @default none
   */
  persist?: MemoryStorage | undefined
  /** What an SMS says. @default the code, or the link, and the name of the host */
  smsText?: ((message: Pick<SmsMessage, 'to' | 'code' | 'link'>) => string) | undefined
  /** Receives every SMS when it is sent, to print it for example. */
  onSms?: ((message: SmsMessage) => void) | undefined
}

const DAY = 86_400_000

/** The path with one leading slash and no trailing slashes; an empty path stays empty. */
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
