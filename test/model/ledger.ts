import type { Answer } from '../../src/testing/answers.js'
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
  /** From when the server lets itself be asked again, by the time that went by. */
  mayAskFrom: number
  /** When the server last said yes, by the same. */
  acceptedAt: number
}

export const newLine = (): Line => ({
  secret: null,
  spent: new Set(),
  mayAskFrom: 0,
  acceptedAt: -Infinity,
})

/** What somebody did that may start a request, and the code that was typed. */
export interface Allowed {
  does: 'send' | 'resend' | 'verify' | 'nothing'
  code: string
}

export const NOTHING: Allowed = { does: 'nothing', code: '' }

/** What was sent with one secret. */
interface Book {
  number: unknown
  line: Line
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
  readonly #books = new Map<unknown, Book>()
  readonly #sent: Exchange[] = []
  /** Sessions that the server opened, and those of them that it calls verified. */
  readonly #granted = new Set<string>()
  readonly #proved = new Set<string>()
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

  arrived(exchange: Exchange, answer: Answer): void {
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
    this.#proved.add(`${String(sid)} ${String(secret)}`)
  }

  isProved(phone: { sid: string; clientSecret: string } | null): boolean {
    return phone !== null && this.#proved.has(`${phone.sid} ${phone.clientSecret}`)
  }

  #checkSend(exchange: Exchange, does: Allowed['does']): void {
    const { page, body } = exchange
    const { client_secret: secret, phone_number: number, send_attempt: attempt } = body
    const line = this.#lineOf(page)
    this.sends += 1
    this.claim(this.sends <= this.humanActions, 'more SMS are asked for than people did something')
    const known = this.#books.get(secret)
    const book = known ?? { number, line, accepted: 0 }
    this.#books.set(secret, book)
    this.#sent.push(exchange)
    this.claim(book.number === number, 'a secret is used for two numbers')
    this.claim(book.line === line, 'a secret is used in two tabs')
    // Where nothing can be kept, the pages of a tab know nothing of each other.
    if (this.#setting.storage !== 'sometimes full')
      this.claim(line.secret === secret || known === undefined, 'an earlier secret comes back')
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
