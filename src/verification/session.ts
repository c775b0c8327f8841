import type { Destination } from './destination.js'

/** One number under verification: its secret, its attempts and what the server said of them. */
export interface Session {
  destination: Destination
  /** Identifies the session to the server. A changed number always has another one. */
  clientSecret: string
  /** The identity server that was named in the request; `null` for none. */
  idServer: string | null
  /** The `send_attempt` of the newest request, from 1. */
  sendAttempt: number
  /** Whether the server answered that attempt with yes. Until then the same attempt is asked again. */
  accepted: boolean
  /** How many times the server said yes in this session. */
  sent: number
  /** The server's session ID; `null` before it first said yes. */
  sid: string | null
  /** Where the code goes; `null` where there is no code to type. */
  submitUrl: string | null
  /** Where the server says the SMS went, if that is another number. */
  echo: string | null
  /** Epoch milliseconds from which the person may ask for another SMS. */
  resendAt: number
  /** Epoch milliseconds after which the server will have forgotten the session. */
  expiresAt: number
  /**
   * `alive`; `expired`, when the server said so once and another attempt may revive it; `revived`, when one
   * did; `lost`, when only a fresh secret helps; `copied`, when another tab has it too, whose attempts are not
   * known here: its code still counts, its attempts do not.
   */
  health: 'alive' | 'expired' | 'revived' | 'lost' | 'copied'
}

/** What a request about a number starts from. */
export interface SessionInput {
  destination: Destination
  /** Used only if the rules want a new secret. */
  freshSecret: string
  /** The identity server that a new session is requested through; `null` for none. */
  idServer: string | null
  /** Epoch milliseconds. */
  now: number
}

/**
 * The session and attempt that the next request for an SMS carries: the same attempt until the server
 * accepted it, the next one after that, and a fresh secret for a changed number or a lost session.
 */
export function nextSession(
  session: Session | null,
  { destination, freshSecret, idServer, now }: SessionInput,
): Session {
  const known =
    session !== null &&
    isSameNumber(session, destination) &&
    session.health !== 'copied' &&
    !isOver(session, now)
  if (!known) return newSession(destination, freshSecret, idServer)
  if (!session.accepted) return session
  return { ...session, sendAttempt: session.sendAttempt + 1, accepted: false }
}

/** Whether a session belongs to a number, however it was spelled. */
export function isSameNumber(session: Session, destination: Destination): boolean {
  return session.destination.phoneNumber === destination.phoneNumber
}

/** Whether the server still takes a code for this session, as far as we know. */
export function isUsable(session: Session, now: number): session is Session & { sid: string } {
  return session.sid !== null && session.health !== 'expired' && !isOver(session, now)
}

/** Whether two states of a session are of the same SMS. */
export function isSameSms(one: Session, other: Session): boolean {
  return one.sid === other.sid && one.sent === other.sent
}

/** A session after the server refused its code. One that was revived and expired again does not come back. */
export function withVerdict<Kept extends Session>(
  session: Kept,
  verdict: 'alive' | 'expired' | 'lost',
): Kept {
  if (verdict === 'alive') return session
  return { ...session, health: verdict === 'expired' && session.health === 'alive' ? 'expired' : 'lost' }
}

function isOver(session: Session, now: number): boolean {
  return session.health === 'lost' || (session.sid !== null && now >= session.expiresAt)
}

function newSession(destination: Destination, clientSecret: string, idServer: string | null): Session {
  return {
    destination,
    clientSecret,
    idServer,
    sendAttempt: 1,
    accepted: false,
    sent: 0,
    sid: null,
    submitUrl: null,
    echo: null,
    resendAt: 0,
    expiresAt: 0,
    health: 'alive',
  }
}
