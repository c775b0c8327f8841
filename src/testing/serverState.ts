import { Accounts } from './accounts.js'
import { canonicalNumber } from './numbers.js'
import { Inbox, type SmsMessage } from './inbox.js'
import { createSeededRandom, type SeededRandom } from './random.js'
import { RateLimiter, type RateLimit } from './rateLimiter.js'
import { Sessions } from './sessions.js'
import { UserInteractiveAuth } from './userInteractiveAuth.js'

/** An account to create. */
export interface AccountOptions {
  /** `alice`, or the whole user ID `@alice:matrix.example.org`. @default random letters */
  username?: string | undefined
  /** Without one, stages that ask for the password cannot be completed. */
  password?: string | undefined
  /** E.164. */
  phoneNumber?: string | undefined
  /** The token of the account's first device. @default random */
  accessToken?: string | undefined
}

/** What does not change while the homeserver runs. */
export interface ServerSettings {
  baseUrl: string
  apiPath: string
  seed: number
  codeLength: number
  codeTtl: number
  sessionTtl: number
  registrationFlows: readonly (readonly string[])[]
  rateLimit: RateLimit | undefined
  smsText: (message: Pick<SmsMessage, 'to' | 'code' | 'link'>) => string
  onSms: ((message: SmsMessage) => void) | undefined
}

/** Everything the homeserver remembers. */
export interface ServerState extends ServerSettings {
  /** The server's clock, in epoch milliseconds. */
  now: () => number
  /** The source of codes. It is separate from `ids`, so that codes do not depend on the number of accounts. */
  codes: SeededRandom
  ids: SeededRandom
  sessions: Sessions
  accounts: Accounts
  auth: UserInteractiveAuth
  limiter: RateLimiter
  inbox: Inbox
}

/** Creates the state of a new homeserver. */
export function createServerState(
  settings: ServerSettings,
  now: () => number,
  accounts: readonly AccountOptions[],
): ServerState {
  const ids = createSeededRandom(settings.seed + 1)
  const state: ServerState = {
    ...settings,
    now,
    codes: createSeededRandom(settings.seed),
    ids,
    sessions: new Sessions(),
    accounts: new Accounts(new URL(settings.baseUrl).host, ids),
    auth: new UserInteractiveAuth(ids, now),
    limiter: new RateLimiter(),
    inbox: new Inbox(settings.onSms),
  }
  for (const account of accounts) createAccount(state, account)
  return state
}

/** Creates an account with one device, and returns the device's access token. */
export function createAccount(state: ServerState, options: AccountOptions): string {
  const { username, password, phoneNumber, accessToken } = options
  if (username !== undefined && state.accounts.find(username)) {
    throw new Error(`The account ${username} exists already: choose another username.`)
  }
  const number = phoneNumber === undefined ? undefined : canonicalNumber(phoneNumber, '')
  if (phoneNumber !== undefined && !number) {
    throw new Error('The phone number of an account must be E.164, with the + and the calling code.')
  }
  const { userId } = state.accounts.create(username, password)
  if (number) state.accounts.addNumber(userId, number.phoneNumber, state.now())
  return state.accounts.signIn(userId, undefined, accessToken).accessToken
}
