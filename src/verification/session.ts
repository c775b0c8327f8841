import type { Destination } from './destination.js'

/** One number under verification: its secret, its attempts and the server's responses. */
export interface Session {
  destination: Destination
  /** Identifies the session to the server. Another number always gets another secret. */
  clientSecret: string
  /** The identity server that was named in the request; `null` for none. */
  idServer: string | null
  /** The `send_attempt` of the newest request, from 1. */
  sendAttempt: number
  /** Whether the server accepted that attempt. Until it does, the next request repeats the attempt. */
  accepted: boolean
  /** How many attempts the server accepted in this session. */
  sent: number
  /** The server's session ID; `null` until it accepts an attempt. */
  sid: string | null
  /** The URL to send the code to; `null` if there is no code to type. */
  submitUrl: string | null
  /** The number that the server says it texted, if it is another one. */
  echo: string | null
  /** Epoch milliseconds from which the person may request another SMS. */
  resendAt: number
  /** Epoch milliseconds after which the server will have forgotten the session. */
  expiresAt: number
  /**
   * `alive`; `expired`: the server said so once, and another attempt may revive the session; `revived`: another
   * attempt did; `lost`: only a new secret helps; `copied`: another tab has the session too. Its code still counts
   * here, but another SMS needs a new session, because the other tab's attempts are unknown.
   */
  health: 'alive' | 'expired' | 'revived' | 'lost' | 'copied'
}

/** What a request for an SMS needs to know. */
export interface SessionInput {
  destination: Destination
  /** Used only if the rules require a new secret. */
  freshSecret: string
  /** The identity server that a new session is requested through; `null` for none. */
  idServer: string | null
  /** Epoch milliseconds. */
  now: number
}

/**
 * The session and attempt for the next request for an SMS: the same attempt until the server accepts it, then the next
 * one, and a new secret for a changed number or a lost session.
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

/** Whether a session belongs to a number, however the number is displayed. */
export function isSameNumber(session: Session, destination: Destination): boolean {
  return session.destination.phoneNumber === destination.phoneNumber
}

/** Whether the server should still accept a code for this session. */
export function isUsable(session: Session, now: number): session is Session & { sid: string } {
  return session.sid !== null && session.health !== 'expired' && !isOver(session, now)
}

/** Whether two states of a session belong to the same SMS. */
export function isSameSms(one: Session, other: Session): boolean {
  return one.sid === other.sid && one.sent === other.sent
}

/** The session after the server refused its code. A session that was revived and expires again is lost. */
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
