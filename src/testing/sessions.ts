/** A code, or the token in a link, that was texted. */
export interface TextedCode {
  readonly code: string
  /** When it expires, in epoch milliseconds. */
  readonly until: number
}

/** One validation of one number with one client secret (identity service API, "sid"). */
export interface VerificationSession {
  readonly sid: string
  /** E.164. */
  readonly phoneNumber: string
  readonly clientSecret: string
  /** The attempt of the last SMS; 0 before the first. */
  attempt: number
  /** The codes that work until they expire, newest last; empty before the first SMS. */
  codes: readonly TextedCode[]
  /** When the right code arrived, in epoch milliseconds. */
  validatedAt: number | undefined
  /** The page to which a link in the SMS leads after the validation. */
  nextLink: string | undefined
}

/** Sessions by canonical number and secret: another spelling of the number finds the same session. */
export class Sessions {
  /** Every session, oldest first. */
  list: VerificationSession[] = []

  open(phoneNumber: string, clientSecret: string, createSid: () => string): VerificationSession {
    const known = this.list.find(
      (session) => session.phoneNumber === phoneNumber && session.clientSecret === clientSecret,
    )
    if (known) return known
    const session: VerificationSession = {
      sid: createSid(),
      phoneNumber,
      clientSecret,
      attempt: 0,
      codes: [],
      validatedAt: undefined,
      nextLink: undefined,
    }
    this.list.push(session)
    return session
  }

  /** The session with this sid, if the secret is its own. */
  find(sid: unknown, clientSecret: unknown): VerificationSession | undefined {
    return this.list.find((session) => session.sid === sid && session.clientSecret === clientSecret)
  }
}
