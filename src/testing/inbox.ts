/** A text message that arrived on somebody's phone. */
export interface SmsMessage {
  /** E.164. */
  readonly to: string
  /** What the person reads. */
  readonly text: string
  /** The code to type or, in a message with a link, the token inside the link; empty if it contains neither. */
  readonly code: string
  /** The link to follow, for servers that text a link. */
  readonly link?: string | undefined
  /** Epoch milliseconds on the server's clock. */
  readonly sentAt: number
}

/** Every text message that was sent, oldest first. */
export class Inbox {
  messages: readonly SmsMessage[] = []
  /** How many messages `next` has returned. */
  handedOut = 0
  readonly #waiting: ((message: SmsMessage) => void)[] = []
  readonly #onSms: ((message: SmsMessage) => void) | undefined

  constructor(onSms?: (message: SmsMessage) => void) {
    this.#onSms = onSms
  }

  deliver(message: SmsMessage): void {
    this.messages = [...this.messages, message]
    const waiting = this.#waiting.shift()
    if (waiting) {
      this.handedOut = this.messages.length
      waiting(message)
    }
    this.#onSms?.(message)
  }

  /** Moves the callers that wait at another inbox to this one. */
  takeOver(other: Inbox): void {
    this.#waiting.push(...other.#waiting.splice(0))
  }

  last(phoneNumber?: string): SmsMessage | undefined {
    return this.messages.findLast(({ to }) => phoneNumber === undefined || to === phoneNumber)
  }

  next(): Promise<SmsMessage> {
    const message = this.messages[this.handedOut]
    if (message === undefined) return new Promise((resolve) => this.#waiting.push(resolve))
    this.handedOut += 1
    return Promise.resolve(message)
  }
}
