/** One validation of one number with one client secret (identity service API, "sid"). */
export interface VerificationSession {
  readonly sid: string
  /** E.164. */
  readonly phoneNumber: string
  readonly clientSecret: string
  /** The attempt of the last SMS; 0 before the first. */
  attempt: number
  /** The code of the last SMS; empty before the first. */
  code: string
  /** When the last SMS left, in epoch milliseconds. */
  sentAt: number
  /** How long the code can be used after that, in milliseconds. */
  codeTtl: number
  /** When the right code came in, in epoch milliseconds. */
  validatedAt: number | undefined
  /** Where a link in the SMS leads to after the validation. */
  nextLink: string | undefined
}

/** Sessions by canonical number and secret: another spelling of the number finds the same session. */
export class Sessions {
  readonly #sessions = new Map<string, VerificationSession>()

  open(phoneNumber: string, clientSecret: string, createSid: () => string): VerificationSession {
    const key = `${phoneNumber} ${clientSecret}`
    const known = this.#sessions.get(key)
    if (known) return known
    const session: VerificationSession = {
      sid: createSid(),
      phoneNumber,
      clientSecret,
      attempt: 0,
      code: '',
      sentAt: 0,
      codeTtl: 0,
      validatedAt: undefined,
      nextLink: undefined,
    }
    this.#sessions.set(key, session)
    return session
  }

  /** The session with this sid, if the secret is its own. */
  find(sid: unknown, clientSecret: unknown): VerificationSession | undefined {
    return [...this.#sessions.values()].find(
      (session) => session.sid === sid && session.clientSecret === clientSecret,
    )
  }
}
