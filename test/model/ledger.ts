import type { SimulatedAnswer } from '../../src/testing/answers.js'
import { forbiddenFor, grantedSession, isProof } from './answers.js'
import type { Setting } from './steps.js'
import type { Exchange, WireTap } from './wire.js'

/**
 * What one tab knows of its flow, from page to page. Pages without a storage know nothing of each other, so
 * each has a line of its own.
 */
export interface Line {
  /** The secret of the newest request. */
  secret: string | null
  /** The secrets with which a number was verified. */
  spent: ReadonlySet<string>
  /** Proofs that were used, and those of who signed out, with the page on which that was. */
  readonly over: Map<string, number>
  /** From when the server lets itself be asked again, by the time that went by. */
  mayAskFrom: number
  /** When the server last said yes, by the same. */
  acceptedAt: number
}

export const newLine = (): Line => ({
  secret: null,
  spent: new Set(),
  over: new Map(),
  mayAskFrom: 0,
  acceptedAt: -Infinity,
})

/** What somebody did that may start a request, and the code that was typed. */
export interface Allowed {
  does: 'send' | 'resend' | 'verify' | 'nothing'
  code: string
}

export const NOTHING: Allowed = { does: 'nothing', code: '' }

type Proof = { sid: string; clientSecret: string }

function nameOf({ sid, clientSecret }: Proof): string {
  return `${sid} ${clientSecret}`
}

/** What was sent with one secret. */
interface Book {
  number: unknown
  line: Line
  /** Those of tabs that have passed the flow on. */
  readonly before: Set<Line>
  /** The greatest attempt that the server accepted as far as the line knows. */
  accepted: number
}

/** Looks at everything that goes over the wire, and keeps account of what must never happen. */
export class Ledger implements WireTap {
  readonly faults: string[] = []
  /** The request that may leave now. */
  allowed = NOTHING
  /** Requests for an SMS so far, and what people did that may start one. */
  sends = 0
  humanActions = 0
  /** Whether the device slept, by which its clock jumps. */
  hasSlept = false
  readonly #books = new Map<unknown, Book>()
  readonly #sent: Exchange[] = []
  /** Sessions that the server opened. */
  readonly #granted = new Set<string>()
  /** Those of them that it calls verified, and since when. */
  readonly #proved = new Map<string, number>()
  readonly #setting: Setting
  readonly #lineOf: (page: number) => Line
  readonly #elapsed: () => number

  constructor(setting: Setting, lineOf: (page: number) => Line, elapsed: () => number) {
    this.#setting = setting
    this.#lineOf = lineOf
    this.#elapsed = elapsed
  }

  claim(holds: boolean, what: string): void {
    if (!holds) this.faults.push(what)
  }

  left(exchange: Exchange): void {
    const { does, code } = this.allowed
    const kind = does === 'resend' ? 'send' : does
    this.allowed = NOTHING
    this.claim(kind === exchange.kind, `a request leaves that nobody asked for: ${exchange.kind}`)
    if (exchange.kind === 'send') this.#checkSend(exchange, does)
    else this.#checkSubmit(exchange, code)
  }

  arrived(exchange: Exchange, answer: SimulatedAnswer): void {
    const { kind, body } = exchange
    const line = this.#lineOf(exchange.page)
    line.mayAskFrom = Math.max(line.mayAskFrom, this.#elapsed() + forbiddenFor(answer))
    if (kind === 'verify') {
      if (!isProof(answer)) return
      this.prove(body['sid'], body['client_secret'])
      line.spent = new Set([...line.spent, String(body['client_secret'])])
      return
    }
    const sid = grantedSession(answer)
    if (sid === undefined) return
    const secret = body['client_secret']
    const book = this.#books.get(secret)
    this.#granted.add(`${sid} ${String(secret)}`)
    if (book !== undefined) book.accepted = Number(body['send_attempt'])
    line.mayAskFrom = 0
    line.acceptedAt = this.#elapsed()
    if (exchange.isOwnAnswer) this.#checkTexted(exchange)
  }

  /** The server has seen that the number is the person's. */
  prove(sid: unknown, secret: unknown): void {
    const name = `${String(sid)} ${String(secret)}`
    if (!this.#proved.has(name)) this.#proved.set(name, this.#elapsed())
  }

  isProved(phone: Proof | null): boolean {
    return phone !== null && this.#proved.has(nameOf(phone))
  }

  /** The proof was used, or its owner signed out: it may not come back in that tab. */
  end({ over }: Line, phone: Proof | null, page: number): void {
    if (phone !== null) over.set(nameOf(phone), page)
  }

  isOver({ over }: Line, phone: Proof | null, exceptOn?: number): boolean {
    const page = phone === null ? undefined : over.get(nameOf(phone))
    return page !== undefined && page !== exceptOn
  }

  /** Whether a page has to bring the proof back. */
  isFresh(line: Line, phone: Proof | null): boolean {
    if (phone === null || this.isOver(line, phone)) return false
    return this.#elapsed() - (this.#proved.get(nameOf(phone)) ?? -Infinity) < 23 * 3600 * 1000
  }

  #checkSend(exchange: Exchange, does: Allowed['does']): void {
    const { page, body } = exchange
    const { client_secret: secret, phone_number: number, send_attempt: attempt } = body
    const line = this.#lineOf(page)
    this.sends += 1
    this.claim(this.sends <= this.humanActions, 'more SMS are asked for than people did something')
    const known = this.#books.get(secret)
    const book = known ?? { number, line, before: new Set(), accepted: 0 }
    this.#books.set(secret, book)
    this.#sent.push(exchange)
    this.claim(book.number === number, 'a secret is used for two numbers')
    // With Web Locks a copied tab goes on with a flow that the other one has closed, and that one begins anew.
    const isPassedOn = book.line !== line && this.#setting.hasLocks && !book.before.has(line)
    this.claim(book.line === line || isPassedOn, 'a secret is used in two tabs')
    if (book.line !== line) book.before.add(book.line)
    book.line = line
    // Where nothing can be kept, the pages of a tab know nothing of each other. A session may last longer than a
    // clock that jumped made the page believe.
    if (this.#setting.storage !== 'sometimes full' && !this.#setting.clockIsSet && !this.hasSlept)
      this.claim(line.secret === secret || known === undefined || isPassedOn, 'an earlier secret comes back')
    this.claim(
      attempt === book.accepted + 1,
      `attempt ${String(attempt)} follows after ${book.accepted} was accepted`,
    )
    this.claim(!line.spent.has(String(secret)), 'the secret of a proof is used again')
    line.secret = String(secret)
    if (this.#setting.clockIsSet || this.#setting.storage === 'sometimes full') return
    this.claim(this.#elapsed() >= line.mayAskFrom, 'the server is asked before its wait is over')
    if (does !== 'resend') return
    const delay = this.#setting.resendDelay ?? 30_000
    this.claim(this.#elapsed() >= line.acceptedAt + delay, 'another SMS is asked for too early')
  }

  #checkSubmit({ body }: Exchange, code: string): void {
    const { sid, client_secret: secret, token } = body
    this.claim(this.#granted.has(`${String(sid)} ${String(secret)}`), 'a code goes to a session of nobody')
    this.claim(token === code, 'another code is submitted than was typed')
  }

  /** A server that said "sent" did send, for this attempt of this tab. */
  #checkTexted({ body }: Exchange): void {
    const isSame = (exchange: Exchange) =>
      exchange.body['client_secret'] === body['client_secret'] &&
      exchange.body['send_attempt'] === body['send_attempt']
    const texted = this.#sent.some((exchange) => isSame(exchange) && exchange.texted)
    this.claim(texted, 'a page says "sent" for an SMS that was not')
  }
}
