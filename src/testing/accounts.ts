import type { SeededRandom } from './random.js'

/** An account in its current state; a later change creates a new object. */
export interface Account {
  /** `@alice:matrix.example.org` */
  readonly userId: string
  readonly password: string | undefined
  /** E.164, in the order in which they were added. */
  readonly phoneNumbers: readonly string[]
  /**
   * The access tokens of its devices. A new password removes those of the other devices, unless the client asks to
   * keep them.
   */
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
  /** The devices that are signed in, by their access tokens. */
  readonly devices = new Map<string, Device>()
  /** The numbers of all accounts. */
  readonly added = new Map<string, AddedNumber>()
  readonly #ids: SeededRandom
  readonly #serverName: string

  constructor(serverName: string, ids: SeededRandom) {
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
    return accessToken === undefined ? undefined : this.devices.get(accessToken)
  }

  numbers({ phoneNumbers }: Account): AddedNumber[] {
    return phoneNumbers.flatMap((phoneNumber) => this.added.get(phoneNumber) ?? [])
  }

  create(name: string | undefined, password: string | undefined): Account {
    const userId = this.toUserId(name ?? this.#ids.letters(8).toLowerCase())
    const account: Account = { userId, password, phoneNumbers: [], accessTokens: [] }
    this.list = [...this.list, account]
    return account
  }

  /** Whether this is the account's password; always `false` if the account has none. */
  isPassword({ password }: Account, given: unknown): boolean {
    return password !== undefined && password === given
  }

  /** Signs in a device: a new one, or an existing one, whose earlier token becomes invalid. */
  signIn(
    userId: string,
    deviceId = this.#ids.letters(10).toUpperCase(),
    accessToken = `syt_${this.#ids.letters(24)}`,
  ): { deviceId: string; accessToken: string } {
    this.#keepDevices((device) => device.userId !== userId || device.deviceId !== deviceId)
    this.devices.set(accessToken, { userId, deviceId })
    this.#change(userId, ({ accessTokens }) => ({ accessTokens: [...accessTokens, accessToken] }))
    return { deviceId, accessToken }
  }

  /** Signs out every device except the one with the token `keep`. */
  signOut(userId: string, keep: string | undefined): void {
    this.#keepDevices((device, token) => device.userId !== userId || token === keep)
  }

  /** Signs out the device of this token. */
  forgetDevice(accessToken: string | undefined): void {
    this.#keepDevices((_, token) => token !== accessToken)
  }

  #keepDevices(isKept: (device: Device, accessToken: string) => boolean): void {
    const gone = [...this.devices].filter(([token, device]) => !isKept(device, token))
    for (const [token, { userId }] of gone) {
      this.devices.delete(token)
      this.#change(userId, ({ accessTokens }) => ({
        accessTokens: accessTokens.filter((other) => other !== token),
      }))
    }
  }

  /** Adds a number to an account. If another account has the number, that account loses it. */
  addNumber(userId: string, phoneNumber: string, addedAt: number): void {
    const owner = this.withNumber(phoneNumber)
    if (owner && owner.userId !== userId) {
      this.#change(owner.userId, ({ phoneNumbers }) => ({
        phoneNumbers: phoneNumbers.filter((other) => other !== phoneNumber),
      }))
    }
    this.added.set(phoneNumber, { phoneNumber, addedAt })
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
