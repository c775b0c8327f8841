import type { RandomSource } from './random.js'

/** An account as it stands now; a later change makes a new object. */
export interface Account {
  /** `@alice:matrix.example.org` */
  readonly userId: string
  readonly password: string | undefined
  /** E.164, in the order in which they were added. */
  readonly phoneNumbers: readonly string[]
  /** The access tokens of its devices. A new password takes those of the others away, unless it says otherwise. */
  readonly accessTokens: readonly string[]
}

/** A phone number of an account, as `GET /account/3pid` lists it. */
export interface AddedNumber {
  readonly phoneNumber: string
  /** Epoch milliseconds. */
  readonly addedAt: number
}

interface Device {
  userId: string
  deviceId: string
}

/** The accounts of the homeserver, their numbers and their devices. */
export class Accounts {
  list: readonly Account[] = []
  readonly #devices = new Map<string, Device>()
  readonly #added = new Map<string, AddedNumber>()
  readonly #ids: RandomSource
  readonly #serverName: string

  constructor(serverName: string, ids: RandomSource) {
    this.#serverName = serverName
    this.#ids = ids
  }

  /** `alice` and `@alice:matrix.example.org` name the same account. */
  toUserId(name: string): string {
    return name.startsWith('@') ? name : `@${name}:${this.#serverName}`
  }

  find(name: string): Account | undefined {
    const userId = this.toUserId(name)
    return this.list.find((account) => account.userId === userId)
  }

  withNumber(phoneNumber: string): Account | undefined {
    return this.list.find(({ phoneNumbers }) => phoneNumbers.includes(phoneNumber))
  }

  device(accessToken: string | undefined): Device | undefined {
    return accessToken === undefined ? undefined : this.#devices.get(accessToken)
  }

  numbers({ phoneNumbers }: Account): AddedNumber[] {
    return phoneNumbers.flatMap((phoneNumber) => this.#added.get(phoneNumber) ?? [])
  }

  create(name: string | undefined, password: string | undefined): Account {
    const userId = this.toUserId(name ?? this.#ids.letters(8).toLowerCase())
    const account: Account = { userId, password, phoneNumbers: [], accessTokens: [] }
    this.list = [...this.list, account]
    return account
  }

  /** Signs a new device in. */
  signIn(
    userId: string,
    deviceId = this.#ids.letters(10).toUpperCase(),
    accessToken = `syt_${this.#ids.letters(24)}`,
  ): { deviceId: string; accessToken: string } {
    this.#devices.set(accessToken, { userId, deviceId })
    this.#change(userId, ({ accessTokens }) => ({ accessTokens: [...accessTokens, accessToken] }))
    return { deviceId, accessToken }
  }

  /** Signs every device out, except the one that asks. */
  signOut(userId: string, keep: string | undefined): void {
    for (const [token, device] of this.#devices) {
      if (device.userId === userId && token !== keep) this.#devices.delete(token)
    }
    this.#change(userId, ({ accessTokens }) => ({
      accessTokens: accessTokens.filter((token) => token === keep),
    }))
  }

  /** A number has one owner: it leaves the account that had it. */
  addNumber(userId: string, phoneNumber: string, addedAt: number): void {
    const owner = this.withNumber(phoneNumber)
    if (owner && owner.userId !== userId) {
      this.#change(owner.userId, ({ phoneNumbers }) => ({
        phoneNumbers: phoneNumbers.filter((other) => other !== phoneNumber),
      }))
    }
    this.#added.set(phoneNumber, { phoneNumber, addedAt })
    this.#change(userId, ({ phoneNumbers }) => ({
      phoneNumbers: phoneNumbers.includes(phoneNumber) ? phoneNumbers : [...phoneNumbers, phoneNumber],
    }))
  }

  setPassword(userId: string, password: string): void {
    this.#change(userId, () => ({ password }))
  }

  #change(userId: string, change: (account: Account) => Partial<Account>): void {
    this.list = this.list.map((account) =>
      account.userId === userId ? { ...account, ...change(account) } : account,
    )
  }
}
